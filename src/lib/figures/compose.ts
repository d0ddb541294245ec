import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatDate, formatNumber } from '$lib/i18n/formats';
import { message } from '$lib/i18n/words';
import type { Figure, Frame, FigureTable, LegendEntry } from './figure';
import { reserveNotes } from './share-cells';
import { plotOptions, type Meaning, type Shape } from './scene';

/** What a figure's own function decides; `compose` adds what all figures share. */
export interface Draft {
	id: string;
	title: string;
	subtitle: string;
	notes?: string[];
	legend?: LegendEntry[];
	table: FigureTable;
	shapes: Shape[];
	height: number;
	/** See `Figure.ledger`. */
	ledger?: boolean;
	/** Rows the figure shows, for the source line. */
	results: readonly Result[];
}

const SPOKEN = 24;
const NAMED_FILES = 2;

/** Files, dates and method version of the rows shown. */
function sourceLine(results: readonly Result[], project: Project, frame: Frame): string {
	const { locale } = frame;
	const waveIds = new Set(results.flatMap(({ wave, against }) => (against ? [wave, against] : [wave])));
	// Rows of no instrument come from the records of staff: then every file may stand behind the figure.
	const named = results.map(({ instrument }) => instrument);
	const instruments = new Set(named.includes(undefined) ? [] : named);
	const files = project.sources.filter(
		({ instrument, wave }) =>
			(instruments.size === 0 || (instrument !== null && instruments.has(instrument))) &&
			(typeof wave !== 'string' || waveIds.has(wave))
	);
	const waves = project.waves.filter(({ id }) => waveIds.has(id));
	const parts: string[] = [];
	if (project.synthetic) parts.push(message('figures_synthetic', {}, locale));
	if (files.length > NAMED_FILES)
		parts.push(message('figures_files', { n: formatNumber(files.length, locale) }, locale));
	else parts.push(...files.map(({ name }) => name));
	const [from, to] = [waves[0]?.from, waves.at(-1)?.to];
	if (from && to) parts.push(`${formatDate(from, locale)} – ${formatDate(to, locale)}`);
	parts.push(...new Set(results.flatMap(({ source }) => (source ? [source] : [])).slice(0, NAMED_FILES)));
	const measured = results.filter(({ tags }) => !tags?.includes('published'));
	const methods = [
		...new Set(measured.map(({ method, measure, version }) => method ?? `${measure}@${version}`))
	];
	if (methods.length > 0) parts.push(methods.slice(0, 3).join(', '));
	return message('figures_source', { parts: parts.join(' · ') }, locale);
}

/** The chart in words: its finding, what is shown, and what the marks say. */
function altText(draft: Draft): string {
	const spoken = [
		...new Set(draft.shapes.flatMap((shape) => (shape.words === undefined ? [] : [shape.words])))
	];
	const rest = spoken.slice(0, SPOKEN);
	return [draft.title, draft.subtitle, ...rest].map((part) => part.replace(/[.\s]+$/u, '')).join('. ') + '.';
}

/** The figure of a draft. */
export function compose(draft: Draft, project: Project, frame: Frame): Figure {
	const { id, title, subtitle, notes = [], legend = [], table, shapes, height, results } = draft;
	return {
		id,
		title,
		subtitle,
		notes: [...notes, ...reserveNotes(results, frame.locale)],
		legend,
		table,
		height,
		source: sourceLine(results, project, frame),
		alt: altText(draft),
		...(draft.ledger ? { ledger: true } : {}),
		options: plotOptions(shapes, frame.width, height)
	};
}

/** A figure with words in place of a chart: nothing to draw, or nothing that may be shown. */
export function emptyFigure(
	id: string,
	title: string,
	words: string,
	project: Project,
	frame: Frame
): Figure {
	const draft: Draft = {
		id,
		title,
		subtitle: '',
		table: { columns: [], rows: [] },
		shapes: [],
		height: 0,
		results: []
	};
	return { ...compose(draft, project, frame), source: '', alt: `${title}. ${words}`, empty: words };
}

/** Words and address of the mark of a result. */
export function meaningOf(result: Pick<Result, 'id'> | undefined, words: string, frame: Frame): Meaning {
	return result && frame.link && !frame.large ? { words, link: frame.link(result.id) } : { words };
}
