import { chooseDialect } from './dialect';
import type { CutText } from './cutting';
import { isBlank } from './row-evidence';

const NEARLY_ALL = 0.9;
const SEVERAL = 3;

/**
 * The text inside a file whose every record is one quoted cell that parses to several (import.md 8): a ";" file that a
 * spreadsheet saved again with ",". Null where the file is not such.
 */
export function innerText(cut: CutText): string | null {
	if (cut.width !== 1 || cut.quotedShare < NEARLY_ALL) return null;
	const filled = cut.records.map(({ cells }) => cells[0] ?? '').filter((cell) => !isBlank(cell));
	if (filled.length === 0) return null;
	const text = `${filled.join('\n')}\n`;
	const inner = chooseDialect(text);
	if (inner.width < 2 || inner.score < NEARLY_ALL) return null;
	const telling =
		text.includes('"') ||
		inner.width >= SEVERAL ||
		inner.cut.delimiter === ';' ||
		inner.cut.delimiter === '\t';
	return telling ? text : null;
}
