import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Selection } from '$lib/model/selection';
import { selectionFromUrl, selectionQuery } from './selection';
import { workspace } from './workspace.svelte';

const HOW = 'how';

class View {
	/** Texts, which are equal or not: an address that changes in another part draws nothing again. */
	readonly #query = $derived(selectionQuery(selectionFromUrl(page.url)));
	readonly #path = $derived(page.url.pathname);
	/** What the address says is looked at. */
	readonly selection = $derived(selectionFromUrl({ searchParams: new URLSearchParams(this.#query) }));
	readonly evaluation = $derived(workspace.evaluate(this.selection));
	/** Id of the result whose "how do we know" is open, or null. */
	readonly opened = $derived(page.url.searchParams.get(HOW));

	/** Changes part of the selection; the address follows, the place on the page stays. */
	choose(change: Partial<Selection>): void {
		const next = { ...this.selection, ...change };
		void goto(this.#path + selectionQuery(next), {
			keepFocus: true,
			noScroll: true,
			replaceState: true
		});
	}

	/** Address at which "how do we know" of a result is open. */
	link = (result: string): string => {
		const query = this.#query;
		return `${this.#path}${query}${query ? '&' : '?'}${HOW}=${encodeURIComponent(result)}`;
	};

	open = (href: string): void => void goto(href, { keepFocus: true, noScroll: true });

	close = (): void =>
		void goto(this.#path + this.#query, {
			keepFocus: true,
			noScroll: true,
			replaceState: true
		});
}

export const view = new View();
