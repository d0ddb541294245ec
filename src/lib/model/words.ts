import type { Trilingual } from './text';

/** A sentence before it is put in a language: the code of a message and what goes into it. */
export interface Words {
	code: string;
	params: Record<string, WordParam>;
}

/** Numbers are formatted by the locale; `decimals` fixes the digits, `unit` the ending. Nested words are rendered first. */
export type WordParam =
	| string
	| number
	| { value: number; decimals?: number; unit?: 'percent' | 'points' | 'none'; signed?: boolean }
	| { text: Trilingual }
	| { words: Words };
