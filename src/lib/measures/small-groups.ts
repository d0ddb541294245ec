import { hideGroups } from './suppression/hide-groups';

/**
 * Which groups of one kind stay hidden while their total is published: bases of 1…k−1 and the smallest others, until the
 * hidden ones together are none or at least k: a shown group whose complement is 1…k−1 is the same attack as a filter
 * with that complement (M6).
 */
export function hiddenGroups(bases: ReadonlyMap<string, number>, k: number): ReadonlySet<string> {
	const cells = [...bases].map(([group, n]) => ({ groups: [group], n }));
	const hidden = hideGroups({ kinds: 1, cells }, k).hidden[0];
	return new Set([...bases.keys()].filter((group) => hidden?.has(group)));
}
