import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { textBoxes } from '../../../tests/gallery/text-boxes';
import { drawPlot } from './draw';
import { satisfactionHeatmap } from './satisfaction-heatmap';
import { measureText } from './text';

it('draws no column for a group with nothing to show: it is named under the drawing and stays in the table', () => {
	const frame = { width: 900, locale: 'en' as const, measure: measureText, link: null };
	const figure = satisfactionHeatmap(
		'teachers',
		'department',
		'w3',
		galleryEvaluation(),
		galleryProject(),
		frame
	);
	const drawn = textBoxes(drawPlot(figure, new JSDOM('').window.document)).map(({ text }) => text);
	expect(drawn.join(' ')).not.toContain('Бастауыш');
	expect(figure.notes.join(' ')).toContain('Hidden altogether: Бастауыш (fewer than 5 answered');
	expect(figure.table.columns.map(({ label }) => label)).toContain('Бастауыш');
});
