import { foldLabel } from './folding';
import { isMissingToken } from './missing';

/** What a column of personal data holds. */
type PersonalKind = 'email' | 'phone' | 'iin' | 'name' | 'ip';

const MOST = 0.6;
const LONGEST = 120;

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,60}\.[^\s@.]{2,20}$/;
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const IPV6 = /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}$/i;
const PHONE = /^(\+?7|8)?[\s(-]*7\d\d[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}$/;
const FOREIGN_PHONE = /^\+\d{1,3}[\s\d()-]{7,18}$/;
const IIN = /^\d{12}$/;
const WORD_PAIR = /^\p{Lu}[\p{L}'’-]+(\s+\p{Lu}([\p{L}'’-]+|\.)){1,3}\.?$/u;
const SURNAME_INITIALS = /^\p{Lu}[\p{L}'’-]+\s+\p{Lu}\.\s?(\p{Lu}\.)?$/u;
const PATRONYMIC = /(ович|евич|ьич|овна|евна|ична|ұлы|қызы|улы|кызы)$/i;

const NAME_HEADERS =
	/(^|[^\p{L}])(фио|ф\.и\.о|ф\.и\.о\.|аты-жөні|аты-жөніңіз|есімі|тегі|тегіңіз|фамилия|фамилиясы|имя|отчество|әкесінің аты|full name|first name|last name|surname|recipientfirstname|recipientlastname|respondent name)($|[^\p{L}])/u;
const BARE_NAME_HEADERS = new Set(['name', 'аты', 'атыңыз', 'имя', 'есім'].map(foldLabel));
const EMAIL_HEADERS = /e-?mail|электронной почт|электронная почта|электрондық пошта|пошта мекенжайы/;
const PHONE_HEADERS = /телефон|phone|ұялы|мобильн/;
const IIN_HEADERS = /(^|[^\p{L}])(иин|жсн|iin)($|[^\p{L}])/u;
const IP_HEADERS = /(^|[^\p{L}])(ip|ip-?address|ipaddress|ip-?адрес|ipaddr)($|[^\p{L}])/u;

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

function weighted(digits: readonly number[], weights: readonly number[]): number {
	return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;
}

/** True for an individual identification number of Kazakhstan: 12 digits, a date of birth, and the right check digit. */
export function isIin(text: string): boolean {
	const trimmed = text.trim();
	if (!IIN.test(trimmed)) return false;
	const digits = [...trimmed].map(Number);
	const month = Number(trimmed.slice(2, 4));
	const day = Number(trimmed.slice(4, 6));
	if (month < 1 || month > 12 || day < 1 || day > 31 || (digits[6] ?? 9) > 6) return false;
	let check = weighted(digits, FIRST_WEIGHTS);
	if (check === 10) check = weighted(digits, SECOND_WEIGHTS);
	return check !== 10 && check === digits[11];
}

function isIp(text: string): boolean {
	const match = IPV4.exec(text);
	return match ? match.slice(1).every((part) => Number(part) <= 255) : IPV6.test(text);
}

function isName(text: string): boolean {
	return WORD_PAIR.test(text) || SURNAME_INITIALS.test(text);
}

function hasPatronymic(text: string): boolean {
	return isName(text) && text.split(/\s+/).some((word) => PATRONYMIC.test(word));
}

/**
 * What personal data a column holds, by its name and by most of its values; null where none is seen.
 * A column is never dropped on this word alone: it proposes, the user decides.
 */
export function personalKind(header: string, values: string[]): PersonalKind | null {
	const filled = values
		.map((value) => value.trim())
		.filter((value) => value.length <= LONGEST && !isMissingToken(value));
	const most = (test: (value: string) => boolean) =>
		filled.length > 0 && filled.filter(test).length >= MOST * filled.length;
	const label = foldLabel(header);
	if (most((value) => EMAIL.test(value))) return 'email';
	if (most(isIp)) return 'ip';
	if (most(isIin)) return 'iin';
	if (most((value) => PHONE.test(value) || (value.startsWith('+') && FOREIGN_PHONE.test(value))))
		return 'phone';
	if (most(hasPatronymic)) return 'name';
	const named = NAME_HEADERS.test(label) || BARE_NAME_HEADERS.has(label);
	if (named && (filled.length === 0 || most((value) => /^\p{L}/u.test(value)))) return 'name';
	if (filled.length > 0) return null;
	if (EMAIL_HEADERS.test(label)) return 'email';
	if (PHONE_HEADERS.test(label)) return 'phone';
	if (IIN_HEADERS.test(label)) return 'iin';
	return IP_HEADERS.test(label) ? 'ip' : null;
}
