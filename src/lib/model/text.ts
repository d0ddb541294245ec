import * as z from 'zod';

/** Languages of the interface, default first. */
export const LOCALES = ['kk', 'ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same words in up to three languages; at least one is present. */
export const trilingual = z
	.object({ kk: z.string().optional(), ru: z.string().optional(), en: z.string().optional() })
	.refine((text) => Boolean(text.kk ?? text.ru ?? text.en), 'a text needs at least one language');
export type Trilingual = z.infer<typeof trilingual>;

/** The text in `locale`, else in the first language that has it (kk, ru, en). */
export function textIn(text: Trilingual, locale: Locale): string {
	return text[locale] ?? text.kk ?? text.ru ?? text.en ?? '';
}
