import { crc32, joinedBytes } from '$lib/model/bytes';

const SIGNATURE_LENGTH = 8;
const INCHES_PER_METRE = 1 / 0.0254;
const TYPE_AND_CRC = 12;
const CSS_DPI = 96;

function physChunk(dpi: number): Uint8Array {
	const chunk = new Uint8Array(TYPE_AND_CRC + 9);
	const view = new DataView(chunk.buffer);
	const perMetre = Math.round(dpi * INCHES_PER_METRE);
	view.setUint32(0, 9);
	chunk.set([0x70, 0x48, 0x59, 0x73], 4);
	view.setUint32(8, perMetre);
	view.setUint32(12, perMetre);
	chunk[16] = 1;
	view.setUint32(17, crc32(chunk.subarray(4, 17)));
	return chunk;
}

/** The PNG with its resolution stated (pHYs, right after IHDR; one already there is replaced), so that Word sets it at print size. */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
	const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
	const parts: Uint8Array[] = [png.subarray(0, SIGNATURE_LENGTH)];
	let at = SIGNATURE_LENGTH;
	while (at < png.length) {
		const length = view.getUint32(at) + TYPE_AND_CRC;
		const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
		if (type !== 'pHYs') parts.push(png.subarray(at, at + length));
		if (type === 'IHDR') parts.push(physChunk(dpi));
		at += length;
	}
	return joinedBytes(parts);
}

async function loaded(svg: string): Promise<{ image: HTMLImageElement; release: () => void }> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	const image = new Image();
	image.src = address;
	try {
		await image.decode();
	} catch (cause) {
		URL.revokeObjectURL(address);
		throw new Error('the figure could not be drawn as a picture', { cause });
	}
	return { image, release: () => URL.revokeObjectURL(address) };
}

/** A standalone SVG as PNG: `width` is in CSS px (96 to the inch), the picture has `dpi` pixels to the inch and says so. Browser only; rejects where the browser cannot draw it. */
export async function figurePng(svg: string, width: number, dpi = 300): Promise<Blob> {
	const { image, release } = await loaded(svg);
	try {
		const canvas = document.createElement('canvas');
		canvas.width = Math.round((width * dpi) / CSS_DPI);
		canvas.height = Math.round((canvas.width * image.naturalHeight) / image.naturalWidth);
		const context = canvas.getContext('2d');
		if (!context) throw new Error('this browser gives no drawing surface');
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (!blob) throw new Error('the figure could not be drawn as a picture');
		const bytes = withResolution(new Uint8Array(await blob.arrayBuffer()), dpi);
		return new Blob([bytes], { type: 'image/png' });
	} finally {
		release();
	}
}
