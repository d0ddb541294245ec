import { createRequire } from 'node:module';
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { refusedExport } from '$lib/export/export-record';
import { exportFrame, figureSvg } from '$lib/export/figure-svg';
import { figureFileName, figureTableCsv } from '$lib/export/figure-table';
import { figureBuilders } from '$lib/figures/places';
import { evaluate } from '$lib/measures/evaluate';
import { selection } from '$lib/model/selection';
import type { Locale } from '$lib/model/text';
import { refusalWords } from '$lib/i18n/export-words';
import { printedBases } from '$lib/measures/suppression/recoverable';
import { CommandError } from './command-error';
import { openFolder } from './open-folder';

const WIDTH = 960;
const FONTS = '@expo-google-fonts/golos-text';

async function font(path: string): Promise<Uint8Array> {
	return new Uint8Array(await readFile(createRequire(import.meta.url).resolve(`${FONTS}/${path}`)));
}

/**
 * `olshem figures`: every figure of a folder as SVG and CSV in `out`; prints one path a line. The whole set is checked
 * first, together with what left according to the folder's project: nothing is written where a small group could be found
 * by subtraction. The folder is only read, so what is written here is not on its record.
 */
export async function writeFigures(folder: string, out: string, lang: Locale | undefined): Promise<number> {
	const { session, snapshot } = await openFolder(folder);
	try {
		const locale = lang ?? snapshot.project.language;
		const evaluation = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
		const bases = printedBases(evaluation.results);
		const refused = refusedExport(bases, () => bases, snapshot.project);
		if (refused) {
			const { asked, numbers, why, waysOut } = refusalWords(refused, snapshot.project, locale);
			throw new CommandError([asked, ...numbers, why, ...waysOut].join('\n'));
		}
		const { document } = new JSDOM().window;
		const fonts = {
			regular: await font('400Regular/GolosText_400Regular.ttf'),
			semibold: await font('600SemiBold/GolosText_600SemiBold.ttf')
		};
		await mkdir(out, { recursive: true });
		for (const { build } of figureBuilders(evaluation, snapshot.project)) {
			const figure = build(exportFrame(WIDTH, locale));
			if (figure.empty !== undefined) continue;
			for (const [extension, content] of [
				['svg', figureSvg(figure, { document, fonts })],
				['csv', figureTableCsv(figure, locale)]
			] as const) {
				const path = join(out, figureFileName(figure, locale, extension));
				await writeFile(path, content);
				process.stdout.write(path + '\n');
			}
		}
		return 0;
	} finally {
		await session.close();
	}
}
