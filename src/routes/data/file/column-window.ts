/** Columns drawn of a wide table, and the space that stands for the others, px. */
interface ColumnWindow {
	from: number;
	/** Column after the last drawn one. */
	to: number;
	before: number;
	after: number;
	/** Width of every column, px. */
	width: number;
}

/** Columns drawn beyond each edge of the view, so that scrolling meets no gap. */
const BEYOND = 3;

/** The columns of `count` that a view `view` px wide shows at `left` px; columns fill the view, none is narrower than `least` px. */
export function columnWindow(count: number, least: number, view: number, left: number): ColumnWindow {
	const width = Math.max(least, count > 0 ? Math.floor(view / count) : least);
	const from = Math.min(Math.max(0, Math.floor(left / width) - BEYOND), Math.max(0, count - 1));
	const to = Math.min(count, Math.ceil((left + view) / width) + BEYOND);
	return { from, to, before: from * width, after: (count - to) * width, width };
}
