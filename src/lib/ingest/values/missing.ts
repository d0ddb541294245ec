import { foldLabel } from './folding';

const MISSING = new Set(
	[
		'n/a',
		'na',
		'n.a',
		'null',
		'nan',
		'none given',
		'no data',
		'no answer',
		'no response',
		'not answered',
		'not applicable',
		'missing',
		'н/д',
		'н.д',
		'нд',
		'нет данных',
		'данных нет',
		'данные отсутствуют',
		'нет ответа',
		'без ответа',
		'не ответил',
		'не ответила',
		'не ответил(а)',
		'не указано',
		'не указан',
		'не указана',
		'не заполнено',
		'не применимо',
		'неприменимо',
		'мәлімет жоқ',
		'деректер жоқ',
		'дерек жоқ',
		'жауап жоқ',
		'жауап берілмеді',
		'жауап берілмеген',
		'көрсетілмеген',
		'толтырылмаған',
		'қатысты емес'
	].map(foldLabel)
);

const DONT_KNOW = new Set(
	[
		"don't know",
		'don’t know',
		"i don't know",
		'i don’t know',
		'dont know',
		'do not know',
		'i do not know',
		'not sure',
		"can't say",
		'hard to say',
		'difficult to answer',
		'не знаю',
		'затрудняюсь',
		'затрудняюсь ответить',
		'затрудняюсь с ответом',
		'трудно сказать',
		'сложно сказать',
		'сложно ответить',
		'білмеймін',
		'білмедім',
		'нақты білмеймін',
		'жауап беру қиын',
		'жауап беруге қиналамын',
		'жауап беруге қиналдым',
		'айту қиын'
	].map(foldLabel)
);

const DASHES = /^[-\u2010-\u2015\u2212_.…]+$/;
const EXCEL_ERROR =
	/^(?:#{2,}|#(?:Н\/Д|ДЕЛ\/0!|ЗНАЧ!|ССЫЛКА!|ИМЯ\?|ЧИСЛО!|ПУСТО!|N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!))$/i;
const LONGEST = 40;
const MISSING_INITIALS = new Set([...MISSING].map((label) => label.charAt(0)));

/** An error value of a spreadsheet (`#Н/Д`, `#DIV/0!`) or a cell drawn as `####`: the datum is lost in the file. */
export function isExcelError(text: string): boolean {
	return text.charCodeAt(0) <= 0x23 && EXCEL_ERROR.test(text.trim());
}

/** True for blank text and the spellings of "no answer" in kk, ru and en (import.md, case 52). 0 and «нет» are answers. */
export function isMissingToken(text: string): boolean {
	if (text.length > LONGEST) return text.trim() === '';
	const label = text.trim();
	if (label === '' || DASHES.test(label)) return true;
	return MISSING_INITIALS.has(label.charAt(0).toLowerCase()) && MISSING.has(foldLabel(label));
}

/** True for "don't know / hard to say" in kk, ru and en: an answer that is not on the scale. */
export function isDontKnow(text: string): boolean {
	return text.length <= LONGEST && DONT_KNOW.has(foldLabel(text));
}
