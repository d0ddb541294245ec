import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { galleryEvaluation, galleryProject } from '../../../tests/gallery/fixture';
import { drawPlot } from './draw';
import { measureText } from './text';
import { evaluationFigures, figures } from './catalogue';
import { exportFrame, figureSvg } from '../export/figure-svg';
import type { Frame } from './figure';

test('render', () => {
	const evaluation = galleryEvaluation();
	const project = galleryProject();
	const document = new JSDOM('').window.document;
	mkdirSync('/tmp/gal/out', { recursive: true });
	const T = '/work/main/node_modules/@expo-google-fonts/golos-text';
	const fonts = { regular: new Uint8Array(readFileSync(T + '/400Regular/GolosText_400Regular.ttf')), semibold: new Uint8Array(readFileSync(T + '/600SemiBold/GolosText_600SemiBold.ttf')) };
	for (const locale of ['kk', 'ru', 'en'] as const) {
		const parts: string[] = [];
		const frame: Frame = { width: 400, locale, measure: measureText, link: (id) => `#${encodeURIComponent(id)}` };
		for (const figure of evaluationFigures(evaluation, project, frame)) {
			const svg = drawPlot(figure, document);
			parts.push(`<div style="width:400px;display:inline-block;vertical-align:top;margin:20px"><b>${figure.title}</b><br><small>${figure.subtitle}</small><br>${svg.outerHTML}<br><small>${figure.legend.map((e) => `<span style="color:${e.colour}">■</span>${e.mark} ${e.label}`).join(' · ')}<br>${figure.notes.join(' ')}<br>${figure.source}</small></div>`);
		}
		for (const big of figures(evaluation, project, exportFrame(1000, locale))) {
			const out = figureSvg(big, { document, fonts });
			writeFileSync(`/tmp/gal/out/${big.id}-${locale}.svg`, out);
			if (locale === 'kk') console.log(big.id, out.length);
		}
		writeFileSync(`/tmp/gal/out/panels-${locale}.html`, `<!doctype html><meta charset=utf8><style>@font-face{font-family:'Golos Text';font-weight:400;src:url(file:///work/main/node_modules/@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf)}@font-face{font-family:'Golos Text';font-weight:600;src:url(file:///work/main/node_modules/@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf)}body{background:#FBFAF7;font-family:'Golos Text';color:#1D2733;width:900px} svg{outline:1px dotted #eee}</style>${parts.join('')}`);
	}
	expect(1).toBe(1);
});
