import { unbroken } from '$lib/figures/text';

interface Part {
	text: string;
	/** True where a line may not break inside. */
	whole: boolean;
}

/** A longer run, as a file's name, is left to break where it may: it could be wider than a telephone. */
const LONGEST = 40;
/** Words joined by a space that must not break, numbers with an ending ("23-і"), ranges ("65–89%", "+2…+33"). */
const RUN = /[^ ]*(?:\u00a0|\d%?-\p{L}{1,3}(?![\p{L}\d])|\d[–…][−+]?\d)[^ ]*/gu;

/** A text in parts, whose spaces stay as they are: where lines may break is for the page to say, not for the words. */
export function wholeRuns(text: string): Part[] {
	const parts: Part[] = [];
	let end = 0;
	for (const { 0: run, index } of unbroken(text).matchAll(RUN)) {
		if (run.length > LONGEST) continue;
		if (index > end) parts.push({ text: text.slice(end, index), whole: false });
		end = index + run.length;
		parts.push({ text: text.slice(index, end), whole: true });
	}
	return end < text.length ? [...parts, { text: text.slice(end), whole: false }] : parts;
}
