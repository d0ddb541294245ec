import regular from '@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf?url&no-inline';
import semibold from '@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf?url&no-inline';
import { exportFrame, figureSvg, type FigureFonts } from '$lib/export/figure-svg';
import { figureFileName, figureTableCsv } from '$lib/export/figure-table';
import { figurePng } from '$lib/export/png';
import type { Figure, Frame } from '$lib/figures/figure';
import type { Locale } from '$lib/model/text';
import { saveFile } from './save-file';

export type FigureFormat = 'svg' | 'png' | 'csv';

/** Width of an exported figure in px: a slide's column at 96 dpi. */
const WIDTH = 960;

async function bytes(url: string): Promise<Uint8Array> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}

let loaded: Promise<FigureFonts> | undefined;

function fonts(): Promise<FigureFonts> {
	loaded ??= Promise.all([bytes(regular), bytes(semibold)]).then(
		([one, two]) => ({ regular: one, semibold: two }),
		(cause: unknown) => {
			// The next try asks again.
			loaded = undefined;
			throw cause;
		}
	);
	return loaded;
}

/** Draws a figure for taking away and hands it to the browser's saving. */
export async function saveFigure(
	build: (frame: Frame) => Figure,
	format: FigureFormat,
	locale: Locale
): Promise<void> {
	const figure = build(exportFrame(WIDTH, locale));
	const name = figureFileName(figure, locale, format);
	if (format === 'csv')
		return saveFile(name, new Blob([figureTableCsv(figure, locale)], { type: 'text/csv' }));
	const svg = figureSvg(figure, { document, fonts: await fonts() });
	if (format === 'svg') return saveFile(name, new Blob([svg], { type: 'image/svg+xml' }));
	saveFile(name, await figurePng(svg, WIDTH));
}
