import type { Instrument, Project, Source } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import type { CodedColumn } from '$lib/model/reading';
import { textIn } from '$lib/model/text';
import { parseDate } from '$lib/ingest/values/dates';
import { foldKey } from '$lib/ingest/values/folding';
import { isMissingToken } from '$lib/ingest/values/missing';
import { ask, type Draft } from './draft';
import { waveNamed, waveOfDate } from './waves';

/** Lines shown of a file with repeated answers. */
const PLACES = 5;

/** Numbers of texts over all files of an instrument; 0 stands for no answer. */
class Numbers {
	readonly #known = new Map<string, number>();

	of(text: string | null): number {
		if (text === null || text === '' || isMissingToken(text)) return 0;
		const key = foldKey(text);
		let number = this.#known.get(key);
		if (number === undefined) this.#known.set(key, (number = this.#known.size + 1));
		return number;
	}
}

/** A part of who answered what when, as a number per row. */
type Part = (row: number) => number;

function partOf(column: CodedColumn | null, numberOf: (text: string) => number): Part {
	if (!column) return () => 0;
	const numbers = column.texts.map((text) => numberOf(text));
	const { codes } = column;
	return (row) => numbers[codes[row] ?? 0] ?? 0;
}

interface Repeats {
	count: number;
	/** Lines of the repeated answers by file. */
	places: Map<Source, number[]>;
	sources: Set<string>;
}

/** How a row's wave is told: the file's own, a column that names it, or the date. */
function waveReader(
	source: Source,
	project: Project
): { column: number; of: (text: string) => string | null } {
	const { wave } = source;
	if (typeof wave === 'string') return { column: -1, of: () => wave };
	const at = wave?.column ?? -1;
	const role = source.columns.find(({ index }) => index === at)?.role;
	if (role === 'wave') return { column: at, of: (text) => waveNamed(project.waves, text) };
	const dayFirst = source.answers.dayFirst ?? true;
	return {
		column: at,
		of: (text) => {
			const date = parseDate(text, dayFirst)?.date;
			return date === undefined ? null : waveOfDate(project.waves, date);
		}
	};
}

/** Answers given more than once by one person in one wave (and by one rater, of one criterion) over all files of an instrument. */
function repeatsOf(instrument: Instrument, files: readonly ReadFile[], project: Project): Repeats {
	const found: Repeats = { count: 0, places: new Map(), sources: new Set() };
	const numbers = {
		who: new Numbers(),
		wave: new Numbers(),
		rater: new Numbers(),
		code: new Numbers(),
		criterion: new Numbers()
	};
	const seen = new Map<string, string>();
	for (const source of project.sources) {
		const file = files.find(({ sha256 }) => sha256 === source.sha256);
		if (!file || source.instrument !== instrument.id || source.wave === null) continue;
		const { cells, ragged } = file.reading;
		const column = (...roles: string[]) => {
			const at = roles
				.map((role) => source.columns.find((one) => one.role === role)?.index)
				.find((index) => index !== undefined);
			return at === undefined ? null : cells.column(at);
		};
		const who =
			instrument.kind === 'rating' ? column('person', 'respondent') : column('respondent', 'person');
		if (!who) continue;
		const wave = waveReader(source, project);
		const parts: Part[] = [
			partOf(who, (text) => numbers.who.of(text)),
			wave.column < 0
				? () => numbers.wave.of(wave.of(''))
				: partOf(cells.column(wave.column), (text) => numbers.wave.of(wave.of(text))),
			partOf(column('rater-kind'), (text) => numbers.rater.of(text)),
			partOf(column('rater'), (text) => numbers.code.of(text)),
			partOf(column('criterion'), (text) => numbers.criterion.of(text))
		];
		const stated = source.rater === null ? '' : source.rater;
		const answers = source.columns
			.filter(({ role }) => role === 'item' || role === 'multi' || role === 'text' || role === 'value')
			.map(({ index }) => partOf(cells.column(index), (text) => (text.trim() === '' ? 0 : 1)));
		const left = new Set(ragged);
		for (let row = 0; row < cells.rows; row += 1) {
			if (parts[0]?.(row) === 0 || parts[1]?.(row) === 0 || left.has(row)) continue;
			if (!answers.some((filled) => filled(row) === 1)) continue;
			const key = `${parts.map((part) => part(row)).join()}${stated}`;
			if (!seen.has(key)) {
				seen.set(key, source.sha256);
				continue;
			}
			found.count += 1;
			found.sources.add(source.sha256).add(seen.get(key) ?? '');
			const lines = found.places.get(source) ?? [];
			if (lines.length < PLACES) lines.push(cells.line(row));
			found.places.set(source, lines);
		}
	}
	return found;
}

const shown = (places: Repeats['places']) =>
	[...places].map(([source, lines]) => `${source.name}: ${lines.join(', ')}`).join('; ');

/** Asks which answer counts where one person answered one instrument more than once in a wave; the last one does meanwhile. */
export function askRepeats(draft: Draft, files: readonly ReadFile[], fresh: ReadonlySet<string>): void {
	const { project } = draft;
	for (const instrument of project.instruments) {
		const own = project.sources.filter((source) => source.instrument === instrument.id);
		const added = own.filter((source) => fresh.has(source.sha256));
		if (added.length === 0) continue;
		const repeats = repeatsOf(instrument, files, project);
		const about = added.find((source) => repeats.sources.has(source.sha256));
		if (!about) continue;
		const kept = ask(draft, {
			id: `duplicates:${instrument.id}`,
			source: about.sha256,
			code: 'duplicates',
			params: {
				instrument: instrument.id,
				title: textIn(instrument.title, project.language),
				count: repeats.count,
				places: shown(repeats.places)
			},
			options: ['last', 'first', 'both'].map((value) => ({ value, label: value })),
			assumed: 'last'
		});
		for (const source of added) {
			if (kept === 'last' || kept === 'first' || kept === 'both')
				source.answers = { ...source.answers, duplicates: kept };
		}
	}
}
