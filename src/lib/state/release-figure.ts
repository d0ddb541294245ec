import { refusedExport, withExport } from '$lib/export/export-record';
import { exportFrame } from '$lib/export/figure-svg';
import { figureFileName } from '$lib/export/figure-table';
import { shownResults } from '$lib/export/shown-results';
import type { Frame } from '$lib/figures/figure';
import { figureBuilders, type FigureBuilder } from '$lib/figures/places';
import { message } from '$lib/i18n/words';
import { printedBases } from '$lib/measures/suppression/recoverable';
import type { Evaluation } from '$lib/model/evaluation';
import type { ExportedFile, PrintedBase, RefusedExport } from '$lib/model/printed-base';
import type { Project } from '$lib/model/project';
import { LOCALES, type Locale, type Trilingual } from '$lib/model/text';
import { saveFigure, type FigureFormat } from './save-figure';
import { view } from './view.svelte';
import { workspace } from './workspace.svelte';

/** What became of a file that was asked for; `unrecorded` where the project could not take it on its record. */
export type Release = { saved: true } | { unrecorded: true } | { refused: RefusedExport };

interface Shown {
	evaluation: Evaluation;
	project: Project;
	builders: FigureBuilder[];
	frame: Frame;
}

/** Any width shows the same results. */
const WIDTH = 960;

function shown(locale: Locale): Shown {
	const { evaluation } = view;
	const { project } = workspace;
	if (!evaluation || !project) throw new Error('nothing is open');
	const builders = figureBuilders(evaluation, project);
	return { evaluation, project, builders, frame: exportFrame(WIDTH, locale) };
}

/** The time as the clock on the wall shows it, to the minute. */
function clockTime(now: Date): string {
	return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function inEveryLanguage(words: (locale: Locale) => string): Trilingual {
	return Object.fromEntries(LOCALES.map((locale) => [locale, words(locale)]));
}

/** What could be told of everyone: the bases of the same page without a filter. */
function unfiltered({ evaluation }: Shown): PrintedBase[] {
	const whole = workspace.evaluate({ ...evaluation.selection, groups: {} });
	return printedBases(whole?.results ?? []);
}

const refusedOn = (page: Shown, bases: readonly PrintedBase[]) =>
	refusedExport(bases, () => unfiltered(page), page.project);

/** True once the project has the file on its record and this browser was told to keep it. */
async function record(file: Omit<ExportedFile, 'groups'>, { evaluation, project }: Shown): Promise<boolean> {
	const { groups } = evaluation.selection;
	if (!(await workspace.edit(withExport(project, { ...file, groups })))) return false;
	// The worker answers in turn: by then it has saved what was changed before.
	await workspace.kept();
	return true;
}

let last: Promise<unknown> = Promise.resolve();

/** One after another, so that each is checked together with those before it. */
function inTurn<T>(step: () => Promise<T>): Promise<T> {
	const next = last.then(step, step);
	last = next;
	return next;
}

/**
 * Saves a figure of the page as a file, where it gives no small group away together with what left before (M6). It is on
 * the project's record before it is handed to the browser. Rejects where the file cannot be made.
 */
export function releaseFigure(id: string, format: FigureFormat, locale: Locale, now: Date): Promise<Release> {
	return inTurn(async () => {
		const page = shown(locale);
		const builder = page.builders.find((one) => one.id === id);
		if (!builder) throw new Error(`no figure ${id}`);
		const bases = printedBases(shownResults(id, page.evaluation, page.project, page.frame));
		const refused = refusedOn(page, bases);
		if (refused) return { refused };
		const file = figureFileName({ id }, locale, format);
		const title = inEveryLanguage((one) => builder.build(exportFrame(WIDTH, one)).subtitle);
		if (!(await record({ at: clockTime(now), file, title, bases }, page))) return { unrecorded: true };
		await saveFigure(builder.build, format, locale);
		return { saved: true };
	});
}

/** The bases of a page: those of its figures, of its words about everyone, and of who was reached. */
function basesOfPage(figures: readonly string[], { evaluation, project, frame }: Shown): PrintedBase[] {
	const inWords = evaluation.results.filter(
		({ groupKind, measure }) => groupKind === undefined || measure === 'coverage'
	);
	const drawn = figures.flatMap((id) => shownResults(id, evaluation, project, frame));
	return printedBases([...inWords, ...drawn]);
}

/** Why a page with these figures may not be printed; null where it may. */
export function refusedPage(figures: readonly string[], locale: Locale): RefusedExport | null {
	const page = shown(locale);
	return refusedOn(page, basesOfPage(figures, page));
}

/** Puts a page with these figures, which was opened for printing, on the project's record. */
export function recordPage(figures: readonly string[], locale: Locale, now: Date): Promise<boolean> {
	return inTurn(() => {
		const page = shown(locale);
		const place = page.builders.find(({ id }) => figures.includes(id))?.place ?? 'evaluation';
		const title = inEveryLanguage((one) => message(`app_${place}`, {}, one));
		const bases = basesOfPage(figures, page);
		return record({ at: clockTime(now), file: null, title, bases }, page);
	});
}
