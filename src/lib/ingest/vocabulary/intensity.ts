import { foldLabel } from '$lib/ingest/values/folding';

/** Words that say how much of something there is, from none to all, in kk, ru and en; the first rank that fits wins. */
const RANKS: readonly (readonly [number, readonly string[]])[] = [
	[
		0,
		[
			'мүлдем',
			'мүлде',
			'ешқашан',
			'ешқандай',
			'совсем не',
			'совершенно не',
			'нисколько',
			'никогда',
			'никак',
			'вообще не',
			'not at all',
			'never',
			'none'
		]
	],
	[
		5,
		[
			'толық',
			'толығымен',
			'әрдайым',
			'әрқашан',
			'барлық',
			'өте көп',
			'өте жақсы',
			'өте жиі',
			'өте жоғары',
			'полностью',
			'всегда',
			'очень много',
			'очень часто',
			'очень хорошо',
			'очень высок',
			'в полной мере',
			'completely',
			'fully',
			'always',
			'very much',
			'very often',
			'very high'
		]
	],
	[
		1,
		['өте аз', 'өте сирек', 'өте төмен', 'очень мало', 'очень редко', 'очень низк', 'very little', 'very low']
	],
	[
		2,
		[
			'аздап',
			'аз',
			'сирек',
			'төмен',
			'нашар',
			'мало',
			'редко',
			'слабо',
			'немного',
			'низк',
			'a little',
			'rarely',
			'low',
			'slightly'
		]
	],
	[
		3,
		[
			'орташа',
			'ішінара',
			'жартылай',
			'кейде',
			'частично',
			'отчасти',
			'иногда',
			'средне',
			'умеренно',
			'partly',
			'sometimes',
			'moderate'
		]
	],
	[
		4,
		[
			'едәуір',
			'көп',
			'жиі',
			'жоғары',
			'жақсы',
			'много',
			'часто',
			'хорошо',
			'высок',
			'сильно',
			'в основном',
			'a lot',
			'often',
			'much',
			'high',
			'mostly'
		]
	],
	[0, ['жоқ', 'емес', 'нет', 'не', 'no']]
].map(([rank, words]) => [rank as number, (words as string[]).map(foldLabel)] as const);

/** Rank of a label by the words of intensity at its beginning or inside it, 0 for none to 5 for all; null where it holds none. */
export function intensityOf(label: string): number | null {
	const padded = ` ${foldLabel(label)}`;
	for (const [rank, words] of RANKS) {
		if (words.some((word) => padded.includes(` ${word}`))) return rank;
	}
	return null;
}
