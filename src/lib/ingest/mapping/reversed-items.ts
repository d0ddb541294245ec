import type { Instrument, Item, Project, Scale } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import type { CodedColumn } from '$lib/model/reading';
import { textIn } from '$lib/model/text';
import { foldLabel } from '$lib/ingest/values/folding';
import { parseNumber } from '$lib/ingest/values/numbers';
import { isWordedNegatively } from '$lib/ingest/vocabulary/negative-words';
import { scaleLabels, scaleRange } from '$lib/ingest/vocabulary/scale-labels';
import { ask, type Draft } from './draft';

/** Fewest rows on which a correlation is taken for evidence. */
const ROWS = 20;
/** Rows read of one file; more do not make the evidence clearer. */
const MOST_ROWS = 20_000;
/** Correlation with the other items, below minus which an item looks reversed: with wording that says so too, and without. */
const WEAK = { least: 0.1, errors: 1.64 };
const STRONG = { least: 0.3, errors: 2.58 };

/** Sums of a correlation between an item and the mean of the others. */
class Sums {
	n = 0;
	#x = 0;
	#y = 0;
	#xx = 0;
	#yy = 0;
	#xy = 0;

	add(x: number, y: number): void {
		this.n += 1;
		this.#x += x;
		this.#y += y;
		this.#xx += x * x;
		this.#yy += y * y;
		this.#xy += x * y;
	}

	correlation(): number | null {
		const { n } = this;
		const spread = (n * this.#xx - this.#x * this.#x) * (n * this.#yy - this.#y * this.#y);
		return n < ROWS || spread <= 0 ? null : (n * this.#xy - this.#x * this.#y) / Math.sqrt(spread);
	}
}

function valuesByCode({ texts }: CodedColumn, scale: Scale): Float64Array {
	const labels = scaleLabels(scale);
	const { low, high } = scaleRange(scale);
	return Float64Array.from(texts, (text) => {
		const value = labels.get(foldLabel(text)) ?? parseNumber(text)?.value ?? NaN;
		return value >= low && value <= high ? (value - low) / (high - low) : NaN;
	});
}

/** A source's column of a scale item: values from 0 to 1 by code, NaN where there is none. */
interface ItemValues {
	codes: CodedColumn['codes'];
	values: Float64Array;
	sums: Sums;
}

/** Columns of a source's scale items, each with the sums of its item. */
function itemValues(
	project: Project,
	instrument: Instrument,
	file: ReadFile,
	columns: readonly { index: number; item?: string | undefined }[],
	sums: Map<string, Sums>
): ItemValues[] {
	const found = new Map<string, ItemValues>();
	for (const { index, item: id } of columns) {
		const item = instrument.items.find((known) => known.id === id);
		const scale = project.scales.find((known) => known.id === item?.versions.at(-1)?.scale);
		if (item?.kind !== 'scale' || !scale) continue;
		const coded = file.reading.cells.column(index);
		const own = sums.get(item.id) ?? new Sums();
		sums.set(item.id, own);
		found.set(item.id, { codes: coded.codes, values: valuesByCode(coded, scale), sums: own });
	}
	return [...found.values()];
}

/** Correlation of every scale item with the mean of the other items of its row, over all files of an instrument. */
function againstOthers(
	draft: Draft,
	files: readonly ReadFile[],
	instrument: Instrument
): Map<string, { r: number; n: number }> {
	const sums = new Map<string, Sums>();
	for (const source of draft.project.sources) {
		const file = files.find(({ sha256 }) => sha256 === source.sha256);
		if (!file || source.instrument !== instrument.id) continue;
		const items = itemValues(draft.project, instrument, file, source.columns, sums);
		if (items.length < 3) continue;
		const values = new Float64Array(items.length);
		for (let row = 0; row < Math.min(file.reading.cells.rows, MOST_ROWS); row += 1) {
			let sum = 0;
			let count = 0;
			items.forEach((item, at) => {
				const value = item.values[item.codes[row] as number] as number;
				values[at] = value;
				if (Number.isNaN(value)) return;
				sum += value;
				count += 1;
			});
			if (count < 3) continue;
			items.forEach((item, at) => {
				const x = values[at] as number;
				if (!Number.isNaN(x)) item.sums.add(x, (sum - x) / (count - 1));
			});
		}
	}
	const found = new Map<string, { r: number; n: number }>();
	for (const [id, own] of sums) {
		const r = own.correlation();
		if (r !== null) found.set(id, { r, n: own.n });
	}
	return found;
}

function looksReversed(item: Item, { r, n }: { r: number; n: number }): boolean {
	const worded = item.versions.some(({ text }) =>
		Object.values(text).some((words) => words !== undefined && isWordedNegatively(words))
	);
	const { least, errors } = worded ? WEAK : STRONG;
	return r < -Math.max(least, errors / Math.sqrt(n));
}

/** Asks whether new items that are answered opposite to the others, where most of them agree, are reversed; none is turned unasked. */
export function askReversed(draft: Draft, files: readonly ReadFile[]): void {
	const { project, given } = draft;
	for (const instrument of project.instruments) {
		const known = new Set(
			given.instruments.find(({ id }) => id === instrument.id)?.items.map(({ id }) => id)
		);
		const fresh = instrument.items.filter((item) => item.kind === 'scale' && !known.has(item.id));
		if (fresh.length === 0) continue;
		const correlations = againstOthers(draft, files, instrument);
		const agreeing = [...correlations.values()].filter(({ r }) => r > 0).length;
		if (agreeing * 2 <= correlations.size) continue;
		for (const item of fresh) {
			const found = correlations.get(item.id);
			if (!found || !looksReversed(item, found)) continue;
			const source = project.sources.find((one) =>
				one.columns.some((column) => column.item === item.id && one.instrument === instrument.id)
			);
			ask(draft, {
				id: `reversed:${instrument.id}:${item.id}`,
				source: source?.sha256 ?? null,
				code: 'reversed',
				params: {
					instrument: instrument.id,
					item: item.id,
					title: textIn(instrument.title, project.language),
					example: textIn(item.versions[0]?.text ?? {}, project.language),
					correlation: found.r.toFixed(2).replace('-', '−'),
					n: found.n
				},
				options: ['yes', 'no'].map((value) => ({ value, label: `reversed_${value}` })),
				assumed: 'no'
			});
		}
	}
}
