import { encodeText } from '../../data/import/encode-text';

/** Lines of the faults a school's own Excel file has, as a reader of the report finds them. */
export const FAULTS = {
	ragged: 9,
	outside: 10,
	typo: 11,
	error: 12,
	missing: 13,
	latin: 14,
	blank: 15,
	total: 30
};

const SCALE = 'Қаншалықты қанағаттанасыз? (1-5)';

/** Name of the second question as the two header rows are joined. */
export const SECOND_ITEM = `${SCALE} / Сабақ жоспары`;

function answers(line: number): string[] {
	const n = line - 4;
	const day = String((n % 9) + 1).padStart(2, '0');
	const marks = [(n % 3) + 3, (n % 2) + 4, (n % 4) + 2];
	return [
		`М${String(n).padStart(2, '0')}`,
		n % 2 ? '7А' : '8Б',
		`${day}/04/2017`,
		...marks.map(String),
		'5',
		'4'
	];
}

function lineAt(line: number): string[] {
	const cells = answers(line);
	const put = (column: number, text: string) => cells.map((cell, at) => (at === column ? text : cell));
	switch (line) {
		case 1:
			return ['«Қолдау» орталығы: мұғалімдер сауалнамасы, 2016–2017 оқу жылы', '', '', '', '', '', '', ''];
		case 2:
			return ['Павлодар қаласының № 12 мектебі', '', '', '', '', '', '', ''];
		case 3:
			return ['Коды', 'Сынып', 'Толтырылған күні', SCALE, '', '', 'Балл', 'Балл'];
		case 4:
			return ['', '', '', 'Тәлімгер көмегі', 'Сабақ жоспары', 'Ашық сабақ', '', ''];
		case FAULTS.ragged:
			return cells.slice(0, 5);
		case FAULTS.outside:
			return put(4, '7');
		case FAULTS.typo:
			return put(4, '4о');
		case FAULTS.error:
			return put(4, '#Н/Д');
		case FAULTS.missing:
			return put(4, '-');
		case FAULTS.latin:
			return put(1, '7A');
		case FAULTS.blank:
			return ['', '', '', '', '', '', '', ''];
		case FAULTS.total:
			return ['Барлығы', '', '', '98', '112', '84', '125', '100'];
		default:
			return cells;
	}
}

/** A questionnaire typed into Excel and saved in the Kazakh code page: two titles, a merged header, a total, and every usual fault. */
export function schoolFile(): Uint8Array {
	const lines = Array.from({ length: FAULTS.total }, (_, at) => lineAt(at + 1).join(';'));
	return encodeText(lines.join('\r\n') + '\r\n', 'KZ-1048');
}
