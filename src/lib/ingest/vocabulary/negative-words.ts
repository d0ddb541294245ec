const WORDS = new Set([
	...[
		'емес',
		'жоқ',
		'қиын',
		'қиналамын',
		'шаршаймын',
		'жалығамын',
		'қорқамын',
		'кедергі',
		'нашар',
		'ешқашан'
	],
	...['не', 'нет', 'никогда', 'сложно', 'трудно', 'тяжело', 'мешает', 'мешают', 'плохо', 'скучно', 'устаю'],
	...[
		'боюсь',
		'недостаточно',
		'невозможно',
		'тревожно',
		'бесполезно',
		'зря',
		'нехватка',
		'проблема',
		'проблемы'
	],
	...[
		'not',
		'never',
		'difficult',
		'hard',
		'boring',
		'tired',
		'lack',
		'useless',
		'afraid',
		"don't",
		"doesn't",
		"can't"
	]
]);

/** Negative forms of Kazakh verbs: ұнамайды, жетпейді, алмаймын. */
const KAZAKH_NEGATION = /[мбп](?:ай|ей)(?:ды|ді|мын|мін|сың|сің|мыз|міз)$/;

/** True where a statement may be worded against the others of its block («Маған сабақта көмек жетпейді», «Мне сложно …»). */
export function isWordedNegatively(text: string): boolean {
	const words =
		text
			.toLowerCase()
			.replaceAll('’', "'")
			.match(/[\p{L}']+/gu) ?? [];
	return words.some((word) => WORDS.has(word) || KAZAKH_NEGATION.test(word));
}
