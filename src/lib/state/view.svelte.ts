import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Selection } from '$lib/model/selection';
import { selectionFromUrl, selectionQuery } from './selection';
import { workspace } from './workspace.svelte';

const HOW = 'how';

class View {
	/** What the address says is looked at. */
	readonly selection = $derived(selectionFromUrl(page.url));
	readonly evaluation = $derived(workspace.evaluate(this.selection));
	/** Id of the result whose "how do we know" is open, or null. */
	readonly opened = $derived(page.url.searchParams.get(HOW));

	/** Changes part of the selection; the address follows, the place on the page stays. */
	choose(change: Partial<Selection>): void {
		const next = { ...this.selection, ...change };
		void goto(page.url.pathname + selectionQuery(next), {
			keepFocus: true,
			noScroll: true,
			replaceState: true
		});
	}

	/** Address at which "how do we know" of a result is open. */
	link = (result: string): string => {
		const query = selectionQuery(this.selection);
		return `${page.url.pathname}${query}${query ? '&' : '?'}${HOW}=${encodeURIComponent(result)}`;
	};

	open = (href: string): void => void goto(href, { keepFocus: true, noScroll: true });

	close = (): void =>
		void goto(page.url.pathname + selectionQuery(this.selection), {
			keepFocus: true,
			noScroll: true,
			replaceState: true
		});
}

export const view = new View();
