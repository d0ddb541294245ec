import type { RowRole } from '$lib/model/reading';

/** How a row of each role is drawn: a bar at its left edge, the ground of its cells, and of the cells that stay at the left. */
export const ROLE_LOOK: Record<RowRole, { bar: string; ground: string }> = {
	imported: { bar: 'border-l-rose', ground: '' },
	header: { bar: 'border-l-accent', ground: 'bg-accent/10 font-semibold' },
	'repeated-header': { bar: 'border-l-accent', ground: 'bg-accent/5 text-soft' },
	title: { bar: 'border-l-soft', ground: 'bg-band' },
	group: { bar: 'border-l-soft', ground: 'bg-band' },
	blank: { bar: 'border-l-line', ground: 'text-soft' },
	total: { bar: 'border-l-caution', ground: 'bg-caution/15' },
	'set-aside': { bar: 'border-l-fell', ground: 'bg-fell/10' },
	'other-table': { bar: 'border-l-fell', ground: 'bg-fell/5 text-soft' }
};
