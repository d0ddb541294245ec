import type { ColumnRole, Instrument, Project, Source } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { textIn } from '$lib/model/text';
import { IssueList } from '$lib/ingest/dataset/issues';
import { KeyNumbers } from '$lib/ingest/dataset/key-numbers';
import { criterionReader, isLongRating } from '$lib/ingest/dataset/long-ratings';
import { mapSources, type MappedSource } from '$lib/ingest/dataset/mapped-source';
import { ResponseNumbers } from '$lib/ingest/dataset/response-numbers';
import { asksStaff, raterColumns, whoColumn } from '$lib/ingest/dataset/response-rows';
import { rowWaves } from '$lib/ingest/dataset/wave-rows';
import type { PeopleDirectory } from '$lib/ingest/people/directory';
import { gatherPeople } from '$lib/ingest/people/written';
import { foldKey } from '$lib/ingest/values/folding';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import { ask, type Draft } from './draft';

/** Lines shown of a file with repeated answers. */
const PLACES = 5;
const ANSWERED: ReadonlySet<ColumnRole> = new Set(['item', 'multi', 'text', 'value']);

interface Repeats {
	count: number;
	/** Lines of the repeated answers by file. */
	places: Map<Source, number[]>;
	sources: Set<string>;
}

/** A part of who answered what when, as a number per row; -1 where the row is no answer. */
type Part = (row: number) => number;

/** How the rows of a source are told apart, and which of them hold an answer. */
interface Reader {
	mapped: MappedSource;
	parts: Part[];
	filled: Part[];
}

const NO_PART: Part = () => 0;

function filledIn(mapped: MappedSource, column: number): Part {
	const { texts, codes } = mapped.cells.column(column);
	const filled = Int8Array.from(texts, (text) => (text.trim() === '' ? -1 : 0));
	return (row) => filled[codes[row] as number] as number;
}

/** The numbers a source's rows have: of the same identities as the rows of the dataset, so that both find the same repeats. */
function readerOf(
	mapped: MappedSource,
	instrument: Instrument,
	project: Project,
	identity: (text: string) => string,
	numbers: ResponseNumbers
): Reader {
	const rating = instrument.kind === 'rating';
	const keyOf = asksStaff(instrument) ? identity : foldKey;
	const raters = raterColumns(mapped);
	const waveOf = rowWaves(mapped, project);
	for (const { id } of project.waves) numbers.wave.of(id);
	if (typeof mapped.source.wave === 'string') numbers.wave.of(mapped.source.wave);
	const who = mapped.lookup(whoColumn(mapped, rating), (text) =>
		text === null ? -1 : numbers.who.of(keyOf(text))
	);
	const wave: Part = (row) => {
		const id = waveOf(row);
		return id === null ? -1 : numbers.wave.of(id);
	};
	const rater = mapped.lookup(raters.kind, (text) => {
		// Who rated in a file may still be asked: until then its rows are of one unknown rater.
		const kind = text === null ? (mapped.source.rater ?? '') : codeOf(RATER_WORDS, text);
		return kind === null ? -1 : numbers.rater.of(kind);
	});
	const code = mapped.lookup(raters.code, (text) => numbers.code.of(text === null ? '' : identity(text)));
	return {
		mapped,
		parts: [
			who,
			wave,
			...(rating ? [rater, code] : [NO_PART, NO_PART]),
			rating && isLongRating(mapped) ? criterionReader(mapped, instrument) : NO_PART
		],
		filled: mapped.source.columns
			.filter(({ role }) => ANSWERED.has(role))
			.map(({ index }) => filledIn(mapped, index))
	};
}

/** Reads the parts of a row's key; false where the row is no answer. */
function readKey({ parts }: Reader, row: number, key: number[]): boolean {
	for (let at = 0; at < parts.length; at += 1) {
		const number = parts[at]?.(row) ?? -1;
		if (number < 0) return false;
		key[at] = number;
	}
	return true;
}

/** Answers given more than once by one person in one wave (and by one rater, of one criterion) over all files of an instrument. */
function repeatsOf(instrument: Instrument, readers: readonly Reader[], sizes: readonly number[]): Repeats {
	const found: Repeats = { count: 0, places: new Map(), sources: new Set() };
	const keys = new KeyNumbers([...sizes, Math.max(1, instrument.items.length)]);
	const key = [...sizes.map(() => 0), 0];
	/** How many keys had been met before each file. */
	const before: number[] = [];
	for (const reader of readers) {
		const { mapped, filled } = reader;
		before.push(keys.size);
		for (let row = 0; row < mapped.cells.rows; row += 1) {
			if (!mapped.fits(row) || !readKey(reader, row, key)) continue;
			if (!filled.some((part) => part(row) === 0)) continue;
			const met = keys.size;
			const number = keys.of(key);
			if (number === met) continue;
			const first = readers[before.findLastIndex((size) => size <= number)];
			found.count += 1;
			found.sources.add(mapped.source.sha256).add((first ?? reader).mapped.source.sha256);
			const lines = found.places.get(mapped.source) ?? [];
			if (lines.length < PLACES) lines.push(mapped.cells.line(row));
			found.places.set(mapped.source, lines);
		}
	}
	return found;
}

const shown = (places: Repeats['places']) =>
	[...places].map(([source, lines]) => `${source.name}: ${lines.join(', ')}`).join('; ');

/** Asks which answer counts where one person answered one instrument more than once in a wave; the last one does meanwhile. */
export function askRepeats(draft: Draft, files: readonly ReadFile[], fresh: ReadonlySet<string>): void {
	const { project } = draft;
	const mapped = mapSources(files, project, new IssueList());
	let directory: PeopleDirectory | null = null;
	const identity = (text: string) => (directory ??= gatherPeople(mapped, project).directory).identity(text);
	for (const instrument of project.instruments) {
		const own = mapped.filter(({ source }) => source.instrument === instrument.id && source.wave !== null);
		const added = project.sources.filter(
			({ instrument: id, sha256 }) => id === instrument.id && fresh.has(sha256)
		);
		if (added.length === 0) continue;
		const numbers = new ResponseNumbers();
		const readers = own
			.filter((source) => whoColumn(source, instrument.kind === 'rating') >= 0)
			.map((source) => readerOf(source, instrument, project, identity, numbers));
		const repeats = repeatsOf(instrument, readers, numbers.sizes());
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
