import type { PersonalKind } from '$lib/model/project';
import { foldKey, foldLabel } from './folding';
import { isMissingToken } from './missing';

const MOST = 0.6;
const LONGEST = 120;

const EMAIL = /(^|[\s<(;,])[^\s@<>();,]{1,64}@[^\s@<>();,]{1,60}\.[^\s@.<>();,]{2,20}($|[\s>);,.])/;
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const IPV6 = /^(?=.*::|(?:[^:]*:){7}[^:]*$)[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}$/i;
const PHONE = /^(\+?7|8)?[\s(-]*7\d\d[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}$/;
const FOREIGN_PHONE = /^\+\d{1,3}[\s\d()-]{7,18}$/;
const IIN = /^\d{12}$/;
const WORD_PAIR = /^\p{Lu}[\p{L}'’-]+(\s+\p{Lu}([\p{L}'’-]+|\.)){1,3}\.?$/u;
const SURNAME_INITIALS = /^\p{Lu}[\p{L}'’-]+\s+\p{Lu}\.\s?(\p{Lu}\.)?$/u;
const PATRONYMIC = /(ович|евич|ьич|овна|евна|ична|ұлы|қызы|улы|кызы)$/i;

const NAME_HEADERS =
	/(^|[^\p{L}])(фио|ф\.\s?и\.\s?о|таә|т\.\s?а\.\s?ә|аты[- ]жөні|аты[- ]жөніңіз|аты[- ]жөніңізді|есімі|есіміңіз|тегі|тегіңіз|атыңыз|фамилия|фамилию|фамилиясы|имя|отчество|әкесінің аты|full name|first name|last name|surname|your name|recipientfirstname|recipientlastname|(?:respondent|teacher|pupil|student|parent)(?:['’]s)? name)($|[^\p{L}])/u;
const BARE_NAME_HEADERS = new Set(['name', 'аты', 'атыңыз', 'имя', 'есім'].map(foldLabel));
/** Longer headers are questions: one about a name is not yet a column of names. */
const LABEL_WORDS = 4;
/** What forms write where the respondent stayed unknown. */
const NOBODY = new Set(
	['anonymous', 'аноним', 'анонимно', 'анонимный', 'анонимді', 'жасырын'].map(foldLabel)
);
const EMAIL_HEADERS =
	/e-?mail|эл\.?\s?почта|электронной почт|электронная почта|электрондық пошта|пошта мекенжайы/;
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

/** True for two or more capitalised words, or a surname with initials. */
export function isPersonName(text: string): boolean {
	const trimmed = text.trim();
	return trimmed.length <= LONGEST && (WORD_PAIR.test(trimmed) || SURNAME_INITIALS.test(trimmed));
}

function hasPatronymic(text: string): boolean {
	return isPersonName(text) && text.split(/\s+/).some((word) => PATRONYMIC.test(word));
}

const isPhone = (text: string) => PHONE.test(text) || (text.startsWith('+') && FOREIGN_PHONE.test(text));

/** True where nobody is named: no answer, or what forms write for an unknown respondent. */
export function namesNobody(text: string): boolean {
	return isMissingToken(text) || (text.length <= LONGEST && NOBODY.has(foldLabel(text)));
}

/** Personal data that a text shows by itself, whatever column it stands in; null where it shows none. */
export function personalText(text: string): PersonalKind | null {
	const trimmed = text.trim();
	if (trimmed === '' || trimmed.length > LONGEST) return null;
	if (EMAIL.test(trimmed)) return 'email';
	if (isIp(trimmed)) return 'ip';
	if (isIin(trimmed)) return 'iin';
	if (isPhone(trimmed)) return 'phone';
	return hasPatronymic(trimmed) ? 'name' : null;
}

/** A text of a personal column by which spellings of one person are matched: phones by their digits, others folded. */
export function personKey(kind: PersonalKind, text: string): string {
	if (kind !== 'phone' && kind !== 'iin') return foldKey(text);
	const digits = text.replace(/\D/g, '');
	return kind === 'phone' ? digits.slice(-10) : digits;
}

/** What of a header alone is not enough, and of one value neither. */
const HINTS: readonly { kind: PersonalKind; header: RegExp; value: RegExp }[] = [
	{ kind: 'email', header: EMAIL_HEADERS, value: EMAIL },
	{ kind: 'iin', header: IIN_HEADERS, value: /\d{6}|\d[eе]\+\d/i },
	{ kind: 'phone', header: PHONE_HEADERS, value: /\d(?:\D{0,2}\d){5}/ },
	{ kind: 'ip', header: IP_HEADERS, value: /^[0-9a-f]{1,4}[.:]/i }
];

/**
 * What personal data a column holds, by its name and by most of its distinct values, or by its name and any value
 * that bears it out; null where none is seen. A column is never dropped on this word alone: it proposes, the user
 * decides.
 */
export function personalKind(header: string, values: readonly string[]): PersonalKind | null {
	const filled = values
		.map((value) => value.trim())
		.filter((value) => value.length <= LONGEST && !namesNobody(value));
	const most = (test: (value: string) => boolean) =>
		filled.length > 0 && filled.filter(test).length >= MOST * filled.length;
	const label = foldLabel(header);
	const kinds = new Map<PersonalKind, number>();
	for (const value of filled) {
		const kind = personalText(value);
		if (kind !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
	}
	const [top] = [...kinds].sort(([, a], [, b]) => b - a);
	const seen = [...kinds.values()].reduce((sum, count) => sum + count, 0);
	if (top && seen >= MOST * filled.length) return top[0];
	for (const { kind, header: named, value } of HINTS) {
		if (named.test(label) && (filled.length === 0 || filled.some((text) => value.test(text)))) return kind;
	}
	const named = BARE_NAME_HEADERS.has(label) || NAME_HEADERS.test(label);
	const asked = label.split(' ').length > LABEL_WORDS && filled.length > 0;
	return named && (asked ? most(isPersonName) : filled.length === 0 || most((text) => /^\p{L}/u.test(text)))
		? 'name'
		: null;
}
