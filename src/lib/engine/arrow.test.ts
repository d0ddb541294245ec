import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrowStreams } from './arrow';

test('text goes over as it is, lone surrogates as U+FFFD', () => {
	const word = fc.option(
		fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('ә', '\ud800', '\udc00'))
	);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1 }), (values) => {
			const table = {
				name: 't',
				rows: values.length,
				columns: [{ name: 'w', type: 'text' as const, values }]
			};
			const words = [...arrowStreams(table)].flatMap((stream) =>
				tableFromIPC(stream).getChild('w')?.toArray()
			);
			const encoded = (text: string) =>
				new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
			expect(words).toEqual(values.map((value) => (value === null ? null : encoded(value))));
		})
	);
});
