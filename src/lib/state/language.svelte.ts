import { LOCALES, type Locale } from '$lib/model/text';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';

const KEY = 'olshem-language';

class Language {
	#current = $state<Locale>('kk');

	constructor() {
		overwriteGetLocale(() => this.#current);
	}

	/** The language of the interface; messages read inside a template follow it. */
	get current(): Locale {
		return this.#current;
	}

	/** Takes the language chosen last on this machine; Kazakh where none was. */
	restore(): void {
		const stored = localStorage.getItem(KEY);
		const found = LOCALES.find((locale) => locale === stored);
		if (found) this.choose(found);
	}

	choose(locale: Locale): void {
		this.#current = locale;
		document.documentElement.lang = locale;
		localStorage.setItem(KEY, locale);
	}
}

export const language = new Language();
