import type { DroppedFile } from '$lib/state/calls';
import type { Workspace } from '$lib/state/workspace.svelte';

/**
 * Takes a newer file in place of an older one. The new file comes first, so that it inherits the mapping of the old one
 * (same columns), and the old one goes only once the new one was taken: a refused or identical file changes nothing.
 */
export async function replaceSource(
	workspace: Workspace,
	sha256: string,
	files: DroppedFile[]
): Promise<void> {
	if (!(await workspace.take(files))) return;
	const snapshot = workspace.snapshot;
	if (!snapshot || workspace.refused.length > 0 || snapshot.repeated.length > 0) return;
	if (snapshot.cards.some((card) => card.sha256 === sha256)) await workspace.remove(sha256);
}
