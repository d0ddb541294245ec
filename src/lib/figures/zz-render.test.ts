import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { openFolder } from '../../cli/open-folder';
import { selection } from '$lib/model/selection';
import { evaluate } from '$lib/measures/evaluate';
import { drawPlot } from './draw';
import { measureText } from './text';
import { figureBuilders } from './places';
import { overlaps, textBoxes } from '../../../tests/gallery/text-boxes';
import { exportFrame, figureSvg } from '../export/figure-svg';
import type { Frame } from './figure';

test('render', async () => {
	const { session, snapshot } = await openFolder('data-samples/qoldau');
	const evaluation = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
	const project = snapshot.project;
	await session.close();
	writeFileSync('/tmp/gal/sample-evaluation.json', JSON.stringify(evaluation));
	writeFileSync('/tmp/gal/sample-project.json', JSON.stringify(project));
	const document = new JSDOM('').window.document;
	mkdirSync('/tmp/gal/s', { recursive: true });
	const T = '/work/main/node_modules/@expo-google-fonts/golos-text';
	const fonts = {
		regular: new Uint8Array(readFileSync(T + '/400Regular/GolosText_400Regular.ttf')),
		semibold: new Uint8Array(readFileSync(T + '/600SemiBold/GolosText_600SemiBold.ttf'))
	};
	for (const locale of ['kk', 'ru', 'en'] as const) {
		const parts: string[] = [];
		const frame: Frame = {
			width: 400,
			locale,
			measure: measureText,
			link: (id) => `#${encodeURIComponent(id)}`
		};
		for (const figure of figureBuilders(evaluation, project)
			.filter((b) => b.place === 'evaluation')
			.map((b) => b.build(frame))) {
			const svg = drawPlot(figure, document);
			parts.push(
				`<div style="width:400px;display:inline-block;vertical-align:top;margin:20px"><b>${figure.title}</b><br><small>${figure.subtitle}</small><br>${svg.outerHTML}<br><small>${figure.legend.map((e) => `<span style="color:${e.colour}">■</span>${e.mark} ${e.label}`).join(' · ')}<br>${figure.notes.join(' ')}<br>${figure.source}</small></div>`
			);
		}
		for (const { build, id } of figureBuilders(evaluation, project)) {
			const t = performance.now();
			const big = build(exportFrame(1000, locale));
			const out = figureSvg(big, { document, fonts });
			if (locale === 'kk')
				console.log(
					id,
					big.empty ?? '',
					out.length,
					Math.round(performance.now() - t),
					'ms',
					overlaps(textBoxes(drawPlot(big, document))).slice(0, 3)
				);
			if (id !== big.id) console.log('ID', id, big.id);
			writeFileSync(`/tmp/gal/s/${big.id}-${locale}.svg`, out);
		}
		writeFileSync(
			`/tmp/gal/s/panels-${locale}.html`,
			`<!doctype html><meta charset=utf8><style>@font-face{font-family:'Golos Text';font-weight:400;src:url(file:///work/main/node_modules/@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf)}@font-face{font-family:'Golos Text';font-weight:600;src:url(file:///work/main/node_modules/@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf)}body{background:#FBFAF7;font-family:'Golos Text';color:#1D2733;width:1800px} svg{outline:1px dotted #eee}</style>${parts.join('')}`
		);
	}
	expect(1).toBe(1);
});
