import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { overlaps, textBoxes } from '../../../tests/gallery/text-boxes';
import { figureBuilders } from '$lib/figures/places';
import type { Figure } from '$lib/figures/figure';
import { LOCALES } from '$lib/model/text';
import { exportFrame, figureSvg, type FigureFonts } from './figure-svg';
import { figureFileName, figureTableCsv } from './figure-table';
import { subsetFont } from './font-subset';
import { withResolution } from './png';

const GOLOS = 'node_modules/@expo-google-fonts/golos-text';
const { window } = new JSDOM('');
let fonts: FigureFonts;

beforeAll(() => {
	fonts = {
		regular: new Uint8Array(readFileSync(`${GOLOS}/400Regular/GolosText_400Regular.ttf`)),
		semibold: new Uint8Array(readFileSync(`${GOLOS}/600SemiBold/GolosText_600SemiBold.ttf`))
	};
});

describe('figureSvg', () => {
	it.each(LOCALES)(
		'sets every figure as one picture with nothing outside and nothing covered in %s',
		(locale) => {
			for (const { build } of figureBuilders(galleryEvaluation(), galleryProject())) {
				const figure = build(exportFrame(1000, locale));
				const svg = figureSvg(figure, { document: window.document });
				const parsed = new window.DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
				const height = Number(parsed.getAttribute('height'));
				const boxes = textBoxes(parsed);
				expect(parsed.getAttribute('width')).toBe('1000');
				expect(
					boxes.filter(({ left, right, bottom }) => left < 0 || right > 1000 || bottom > height),
					figure.id
				).toEqual([]);
				expect(overlaps(boxes), figure.id).toEqual([]);
				const said = boxes.map(({ text }) => text).join(' ');
				for (const text of [figure.title, figure.source, ...figure.notes])
					expect(said.replace(/\s+/gu, ' ')).toContain(text.replace(/\s+/gu, ' ').split(' ')[0]);
				expect(svg).not.toContain('<a ');
			}
		}
	);

	it('carries the letters it uses and asks nothing of the network', () => {
		const [trend] = figureBuilders(galleryEvaluation(), galleryProject());
		const svg = figureSvg(trend!.build(exportFrame(1000, 'kk')), { document: window.document, fonts });
		expect(svg.match(/src:url\(data:font\/ttf;base64,/gu)).toHaveLength(2);
		expect(svg).not.toMatch(/url\((?!data:)/u);
		expect(svg).not.toMatch(/https?:(?!\/\/www\.w3\.org)/u);
		expect(svg.length).toBeLessThan(60_000);
	});

	it('says in words what an empty figure lacks', () => {
		const empty: Figure = {
			id: 'none',
			title: 'Nothing yet',
			subtitle: '',
			notes: [],
			source: '',
			alt: '',
			legend: [],
			table: { columns: [], rows: [] },
			height: 0,
			options: { width: 600 },
			empty: 'Add a questionnaire of teachers, pupils or parents.'
		};
		expect(figureSvg(empty, { document: window.document })).toContain('Add a questionnaire');
	});
});

describe('subsetFont', () => {
	it('keeps the letters asked for, the parts they are made of, and drops the rest', () => {
		const small = subsetFont(fonts.regular, 'Қолдау й');
		const smaller = subsetFont(fonts.regular, 'a');
		expect(small.length).toBeLessThan(fonts.regular.length / 6);
		expect(smaller.length).toBeLessThan(small.length);
	});

	it('has right checksums: the whole sums up to the number OpenType asks for', () => {
		const font = subsetFont(fonts.semibold, '82% оң жауап');
		const view = new DataView(font.buffer);
		let sum = 0;
		for (let at = 0; at < font.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
		expect(sum).toBe(0xb1b0afba);
	});

	it('refuses what is not a font with outlines', () => {
		expect(() => subsetFont(new Uint8Array(64), 'a')).toThrow(/table/u);
	});
});

function tableOf(rows: Figure['table']['rows']): Figure {
	const table = {
		columns: [
			{ key: 'a', label: 'Сұрақ; "бірінші"' },
			{ key: 'b', label: 'n' }
		],
		rows
	};
	return {
		id: 'x',
		title: '',
		subtitle: '',
		notes: [],
		source: '',
		alt: '',
		legend: [],
		table,
		height: 0,
		options: {}
	};
}

describe('figureTableCsv', () => {
	it('writes numbers with the comma of the language and leaves unknown cells empty', () => {
		expect(
			figureTableCsv(
				tableOf([
					['q1', 12.3456789],
					['q2', null]
				]),
				'kk'
			)
		).toBe('\ufeff"Сұрақ; ""бірінші""";"n"\r\n"q1";12,345679\r\n"q2";\r\n');
		expect(figureTableCsv(tableOf([['q1', -0.5]]), 'en')).toContain('"q1";-0.5');
	});

	it.each(['=HYPERLINK("http://x";"a")', '@SUM(1)', '\t=1', '＝1+1', '+7 701', ' =1', '-A1', '\r=1'])(
		'disarms %j',
		(cell) => {
			expect(figureTableCsv(tableOf([[cell, 1]]), 'ru')).toContain(`"'${cell.replaceAll('"', '""')}"`);
		}
	);

	it.each(['-5', '+12', '82%', '−0,5', '<5', '–', '·'])('leaves %j as it is', (cell) => {
		expect(figureTableCsv(tableOf([[cell, 1]]), 'ru')).toContain(`"${cell}"`);
	});
});

describe('figureFileName', () => {
	it('is safe on any system', () => {
		expect(figureFileName({ id: 'satisfaction.heatmap.teachers.Сынып/5 "А"' }, 'kk', 'svg')).toBe(
			'olshem-satisfaction-heatmap-teachers-сынып-5-а-kk.svg'
		);
	});
});

describe('withResolution', () => {
	const PNG =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

	it('states 300 dpi once, right after the header, with a CRC that a reader accepts', () => {
		const png = Uint8Array.from(atob(PNG), (character) => character.charCodeAt(0));
		const twice = withResolution(withResolution(png, 72), 300);
		const view = new DataView(twice.buffer);
		const at = 8 + 25;
		expect(String.fromCharCode(...twice.subarray(at + 4, at + 8))).toBe('pHYs');
		expect(view.getUint32(at + 8)).toBe(11811);
		expect(twice[at + 16]).toBe(1);
		expect(twice.length).toBe(png.length + 21);
		expect(view.getUint32(at + 17)).toBe(0x78a53f76);
	});
});
