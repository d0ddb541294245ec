import { expect, it } from 'vitest';
import regular from '@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf?url';
import semibold from '@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf?url';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { evaluationTrend } from '$lib/figures/trend';
import { measureText } from '$lib/figures/text';
import { exportFrame, figureSvg, type FigureFonts } from './figure-svg';
import { subsetFont } from './font-subset';
import { figurePng } from './png';

async function bytes(address: string): Promise<Uint8Array> {
	return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

async function golos(): Promise<FigureFonts> {
	return { regular: await bytes(regular), semibold: await bytes(semibold) };
}

it('draws a figure as PNG at 300 pixels to the inch and says so', async () => {
	const fonts = await golos();
	const figure = evaluationTrend(galleryEvaluation(), galleryProject(), exportFrame(800, 'kk'));
	const blob = await figurePng(figureSvg(figure, { document, fonts }), 800);
	const png = new Uint8Array(await blob.arrayBuffer());
	const view = new DataView(png.buffer);
	expect(view.getUint32(16)).toBe(2500);
	expect(String.fromCharCode(...png.subarray(37, 41))).toBe('pHYs');
	expect(view.getUint32(41)).toBe(11811);
	const drawn = await createImageBitmap(blob);
	expect(drawn.width).toBe(2500);
});

it('embeds a subset the browser accepts as a font, as wide as the table of advances says', async () => {
	const text = 'Қанағаттану деңгейі жоғары мұғалімдер үлесі өсті: 61% → 74%';
	for (const [weight, source] of [
		[400, regular],
		[600, semibold]
	] as const) {
		const small = subsetFont(await bytes(source), text);
		const face = new FontFace(`Subset${weight}`, small as Uint8Array<ArrayBuffer>);
		document.fonts.add(await face.load());
		const context = document.createElement('canvas').getContext('2d')!;
		context.font = `100px Subset${weight}`;
		const width = context.measureText(text).width;
		expect(Math.abs(width - measureText(text, 100, weight)) / width).toBeLessThan(0.002);
	}
});

it('rejects what is not a picture', async () => {
	await expect(figurePng('<p>', 100)).rejects.toThrow(/could not be drawn/u);
});
