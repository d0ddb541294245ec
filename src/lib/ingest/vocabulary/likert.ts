import { foldLabel } from '$lib/ingest/values/folding';

/** One wording of a level; a star stands for a Russian gender ending («согласен*» → согласен, согласна, согласен(на) …). */
type Wording = string;

/** A level of a standard scale: its value, and its wordings per language, the usual one first. */
interface StandardLevel {
	value: number;
	kk: Wording[];
	ru: Wording[];
	en: Wording[];
}

/** A scale Olshem knows by its answers. Scales of one family are alternatives for the same words. */
export interface StandardScale {
	id: string;
	family: string;
	levels: StandardLevel[];
}

const level = (value: number, kk: Wording[], ru: Wording[], en: Wording[]): StandardLevel => ({
	value,
	kk,
	ru,
	en
});

const AGREE = {
	most: {
		kk: ['Толық келісемін', 'Толығымен келісемін', 'Әбден келісемін', 'Өте келісемін'],
		ru: ['Полностью согласен*', 'Совершенно согласен*', 'Абсолютно согласен*', 'Полностью согласен* с этим'],
		en: ['Strongly agree', 'Completely agree', 'Totally agree', 'Fully agree']
	},
	yes: { kk: ['Келісемін'], ru: ['Согласен*'], en: ['Agree'] },
	rather: {
		kk: ['Көбіне келісемін', 'Келісетін сияқтымын', 'Біршама келісемін', 'Негізінен келісемін'],
		ru: ['Скорее согласен*', 'Скорее согласен*, чем не согласен*', 'В основном согласен*'],
		en: ['Somewhat agree', 'Rather agree', 'Slightly agree', 'Mostly agree', 'Tend to agree']
	},
	middle: {
		kk: [
			'Бейтарап',
			'Бейтараппын',
			'Келісемін де, келіспеймін де',
			'Бір жағынан келісемін, бір жағынан келіспеймін',
			'Орташа'
		],
		ru: [
			'Нейтрально',
			'Нейтрален*',
			'Ни согласен*, ни не согласен*',
			'И согласен*, и не согласен*',
			'И да, и нет',
			'Отчасти согласен*, отчасти нет',
			'Отношусь нейтрально'
		],
		en: ['Neither agree nor disagree', 'Neutral', 'Undecided']
	},
	partly: {
		kk: ['Ішінара келісемін', 'Жартылай келісемін'],
		ru: ['Частично согласен*', 'Отчасти согласен*'],
		en: ['Partly agree', 'Partially agree']
	},
	hard: {
		kk: ['Айту қиын', 'Жауап беру қиын', 'Жауап беруге қиналамын'],
		ru: ['Трудно сказать', 'Сложно сказать', 'Затрудняюсь ответить'],
		en: ['Hard to say', 'Difficult to say', 'Not sure']
	},
	ratherNot: {
		kk: [
			'Көбіне келіспеймін',
			'Келіспейтін сияқтымын',
			'Ішінара келіспеймін',
			'Біршама келіспеймін',
			'Негізінен келіспеймін'
		],
		ru: [
			'Скорее не согласен*',
			'Скорее не согласен*, чем согласен*',
			'Частично не согласен*',
			'В основном не согласен*'
		],
		en: ['Somewhat disagree', 'Rather disagree', 'Slightly disagree', 'Mostly disagree', 'Tend to disagree']
	},
	no: { kk: ['Келіспеймін'], ru: ['Не согласен*'], en: ['Disagree'] },
	least: {
		kk: [
			'Мүлдем келіспеймін',
			'Мүлде келіспеймін',
			'Толық келіспеймін',
			'Толығымен келіспеймін',
			'Үзілді-кесілді келіспеймін'
		],
		ru: [
			'Совершенно не согласен*',
			'Полностью не согласен*',
			'Абсолютно не согласен*',
			'Категорически не согласен*',
			'Совсем не согласен*'
		],
		en: ['Strongly disagree', 'Completely disagree', 'Totally disagree', 'Fully disagree']
	}
};

const SATISFIED = {
	most: {
		kk: ['Толық қанағаттанамын', 'Толығымен қанағаттанамын', 'Өте қанағаттанамын', 'Өте ризамын'],
		ru: ['Полностью удовлетворён*', 'Очень удовлетворён*', 'Полностью доволен*', 'Очень доволен*'],
		en: ['Very satisfied', 'Completely satisfied', 'Fully satisfied']
	},
	yes: {
		kk: ['Қанағаттанамын', 'Ризамын', 'Көбіне қанағаттанамын'],
		ru: ['Удовлетворён*', 'Доволен*', 'Скорее удовлетворён*', 'Скорее доволен*'],
		en: ['Satisfied', 'Somewhat satisfied', 'Rather satisfied']
	},
	middle: {
		kk: ['Бейтарап', 'Ішінара қанағаттанамын', 'Орташа'],
		ru: [
			'Нейтрально',
			'Частично удовлетворён*',
			'Частично доволен*',
			'И да, и нет',
			'Ни удовлетворён*, ни не удовлетворён*'
		],
		en: ['Neutral', 'Neither satisfied nor dissatisfied', 'Partly satisfied']
	},
	no: {
		kk: ['Қанағаттанбаймын', 'Риза емеспін', 'Көбіне қанағаттанбаймын'],
		ru: [
			'Не удовлетворён*',
			'Неудовлетворён*',
			'Недоволен*',
			'Не доволен*',
			'Скорее не удовлетворён*',
			'Скорее недоволен*'
		],
		en: ['Dissatisfied', 'Unsatisfied', 'Somewhat dissatisfied', 'Rather dissatisfied']
	},
	least: {
		kk: [
			'Мүлдем қанағаттанбаймын',
			'Мүлде қанағаттанбаймын',
			'Толық қанағаттанбаймын',
			'Мүлдем риза емеспін'
		],
		ru: [
			'Совершенно не удовлетворён*',
			'Полностью не удовлетворён*',
			'Совсем не удовлетворён*',
			'Очень недоволен*',
			'Совершенно недоволен*'
		],
		en: ['Very dissatisfied', 'Completely dissatisfied', 'Not at all satisfied']
	}
};

const OFTEN = {
	always: {
		kk: ['Әрдайым', 'Үнемі', 'Әрқашан', 'Ылғи'],
		ru: ['Всегда', 'Постоянно'],
		en: ['Always', 'Constantly']
	},
	often: { kk: ['Жиі'], ru: ['Часто'], en: ['Often', 'Frequently', 'Usually'] },
	sometimes: {
		kk: ['Кейде', 'Анда-санда'],
		ru: ['Иногда', 'Время от времени'],
		en: ['Sometimes', 'Occasionally']
	},
	rarely: { kk: ['Сирек'], ru: ['Редко'], en: ['Rarely', 'Seldom'] },
	never: { kk: ['Ешқашан', 'Ешқашан емес', 'Мүлдем емес'], ru: ['Никогда'], en: ['Never'] }
};

const GOOD = {
	most: {
		kk: ['Өте жақсы', 'Керемет', 'Үздік'],
		ru: ['Отлично', 'Очень хорошо', 'Отличное', 'Очень хорошее'],
		en: ['Excellent', 'Very good']
	},
	good: { kk: ['Жақсы'], ru: ['Хорошо', 'Хорошее'], en: ['Good'] },
	middle: {
		kk: ['Қанағаттанарлық', 'Орташа'],
		ru: ['Удовлетворительно', 'Удовлетворительное', 'Средне', 'Нормально'],
		en: ['Fair', 'Average', 'Satisfactory', 'Acceptable']
	},
	bad: {
		kk: ['Нашар', 'Қанағаттанғысыз'],
		ru: ['Плохо', 'Плохое', 'Неудовлетворительно'],
		en: ['Poor', 'Bad']
	},
	worst: {
		kk: ['Өте нашар'],
		ru: ['Очень плохо', 'Очень плохое', 'Ужасно'],
		en: ['Very poor', 'Very bad', 'Terrible']
	}
};

const HEIGHT = {
	highest: { kk: ['Өте жоғары'], ru: ['Очень высокий', 'Очень высокая'], en: ['Very high'] },
	high: { kk: ['Жоғары'], ru: ['Высокий', 'Высокая', 'Высокое'], en: ['High'] },
	middle: {
		kk: ['Орта', 'Орташа'],
		ru: ['Средний', 'Средняя', 'Среднее'],
		en: ['Medium', 'Average', 'Moderate']
	},
	low: { kk: ['Төмен'], ru: ['Низкий', 'Низкая', 'Низкое'], en: ['Low'] },
	lowest: { kk: ['Өте төмен'], ru: ['Очень низкий', 'Очень низкая'], en: ['Very low'] }
};

const IMPORTANT = {
	most: {
		kk: ['Өте маңызды'],
		ru: ['Очень важно', 'Крайне важно'],
		en: ['Very important', 'Extremely important']
	},
	yes: { kk: ['Маңызды'], ru: ['Важно', 'Скорее важно'], en: ['Important', 'Somewhat important'] },
	middle: {
		kk: ['Орташа маңызды', 'Бейтарап'],
		ru: ['Нейтрально', 'Умеренно важно'],
		en: ['Neutral', 'Moderately important']
	},
	no: {
		kk: ['Маңызды емес', 'Онша маңызды емес'],
		ru: ['Неважно', 'Не важно', 'Скорее неважно'],
		en: ['Unimportant', 'Not important', 'Somewhat unimportant']
	},
	least: {
		kk: ['Мүлдем маңызды емес'],
		ru: ['Совсем неважно', 'Совершенно не важно'],
		en: ['Very unimportant', 'Not at all important']
	}
};

const ANSWER = {
	yes: { kk: ['Иә', 'Ия'], ru: ['Да'], en: ['Yes'] },
	ratherYes: {
		kk: ['Көбіне иә', 'Иә деуге болады', 'Иә сияқты'],
		ru: ['Скорее да', 'Скорее да, чем нет'],
		en: ['Rather yes', 'Probably yes', 'Mostly yes']
	},
	partly: {
		kk: ['Ішінара', 'Жартылай', 'Кей жағдайда'],
		ru: ['Частично', 'Отчасти', 'Не совсем'],
		en: ['Partly', 'Partially', 'To some extent']
	},
	ratherNo: {
		kk: ['Көбіне жоқ', 'Жоқ деуге болады', 'Жоқ сияқты'],
		ru: ['Скорее нет', 'Скорее нет, чем да'],
		en: ['Rather no', 'Probably no', 'Mostly no', 'Rather not']
	},
	no: { kk: ['Жоқ'], ru: ['Нет'], en: ['No'] }
};

type Words = Omit<StandardLevel, 'value'>;
const both = (a: Words, b: Words): Words => ({
	kk: [...a.kk, ...b.kk],
	ru: [...a.ru, ...b.ru],
	en: [...a.en, ...b.en]
});
const build = (id: string, family: string, first: number, words: Words[]): StandardScale => ({
	id,
	family,
	levels: words.map((word, at) => level(first + at, word.kk, word.ru, word.en))
});

/** Scales known by the words of their levels; within a family the more usual one stands first. */
export const STANDARD_SCALES: readonly StandardScale[] = [
	build('agree5', 'agree', 1, [
		AGREE.least,
		both(AGREE.no, AGREE.ratherNot),
		AGREE.middle,
		both(both(AGREE.yes, AGREE.rather), AGREE.partly),
		AGREE.most
	]),
	build('agree5_partly', 'agree', 1, [
		AGREE.least,
		both(AGREE.no, AGREE.ratherNot),
		AGREE.partly,
		AGREE.yes,
		AGREE.most
	]),
	build('andreev5', 'agree', 0, [AGREE.least, AGREE.no, AGREE.hard, AGREE.yes, AGREE.most]),
	build('agree4', 'agree', 1, [
		AGREE.least,
		both(AGREE.no, AGREE.ratherNot),
		both(both(AGREE.yes, AGREE.rather), AGREE.partly),
		AGREE.most
	]),
	build('agree4_plain', 'agree', 1, [AGREE.no, AGREE.ratherNot, AGREE.rather, AGREE.yes]),
	build('agree7', 'agree', 1, [
		AGREE.least,
		AGREE.no,
		AGREE.ratherNot,
		AGREE.middle,
		both(AGREE.rather, AGREE.partly),
		AGREE.yes,
		AGREE.most
	]),
	build('agree3', 'agree', 1, [AGREE.no, both(both(AGREE.middle, AGREE.partly), AGREE.rather), AGREE.yes]),
	build('satisfied5', 'satisfied', 1, [
		SATISFIED.least,
		SATISFIED.no,
		SATISFIED.middle,
		SATISFIED.yes,
		SATISFIED.most
	]),
	build('satisfied5_hard', 'satisfied', 1, [
		SATISFIED.least,
		SATISFIED.no,
		AGREE.hard,
		SATISFIED.yes,
		SATISFIED.most
	]),
	build('satisfied4', 'satisfied', 1, [SATISFIED.least, SATISFIED.no, SATISFIED.yes, SATISFIED.most]),
	build('satisfied3', 'satisfied', 1, [SATISFIED.no, SATISFIED.middle, SATISFIED.yes]),
	build('often5', 'often', 1, [OFTEN.never, OFTEN.rarely, OFTEN.sometimes, OFTEN.often, OFTEN.always]),
	build('often4', 'often', 1, [OFTEN.never, both(OFTEN.rarely, OFTEN.sometimes), OFTEN.often, OFTEN.always]),
	build('quality5', 'quality', 1, [GOOD.worst, GOOD.bad, GOOD.middle, GOOD.good, GOOD.most]),
	build('quality4', 'quality', 1, [GOOD.bad, GOOD.middle, GOOD.good, GOOD.most]),
	build('level3', 'level', 1, [HEIGHT.low, HEIGHT.middle, HEIGHT.high]),
	build('level5', 'level', 1, [HEIGHT.lowest, HEIGHT.low, HEIGHT.middle, HEIGHT.high, HEIGHT.highest]),
	build('important5', 'important', 1, [
		IMPORTANT.least,
		IMPORTANT.no,
		IMPORTANT.middle,
		IMPORTANT.yes,
		IMPORTANT.most
	]),
	build('yesno2', 'yesno', 0, [ANSWER.no, ANSWER.yes]),
	build('yesno3', 'yesno', 1, [ANSWER.no, ANSWER.partly, ANSWER.yes]),
	build('yesno4', 'yesno', 1, [ANSWER.no, ANSWER.ratherNo, ANSWER.ratherYes, ANSWER.yes]),
	build('yesno5', 'yesno', 1, [ANSWER.no, ANSWER.ratherNo, ANSWER.partly, ANSWER.ratherYes, ANSWER.yes]),
	build('yesno3_hard', 'yesno', 1, [ANSWER.no, AGREE.hard, ANSWER.yes]),
	build('yesno5_hard', 'yesno', 1, [ANSWER.no, ANSWER.ratherNo, AGREE.hard, ANSWER.ratherYes, ANSWER.yes])
];

/** Ends of the standard scales of bare numbers, the most usual first; ids are `num_<low>_<high>`. */
export const NUMERIC_SCALES: readonly { id: string; low: number; high: number }[] = [
	{ id: 'num_1_5', low: 1, high: 5 },
	{ id: 'num_0_4', low: 0, high: 4 },
	{ id: 'num_1_4', low: 1, high: 4 },
	{ id: 'num_0_5', low: 0, high: 5 },
	{ id: 'num_1_10', low: 1, high: 10 },
	{ id: 'num_0_10', low: 0, high: 10 },
	{ id: 'num_0_100', low: 0, high: 100 }
];

/** Folded wordings of "hard to say", which some scales hold as their middle and others beside their levels. */
export const HARD_TO_SAY: ReadonlySet<string> = new Set(
	[...AGREE.hard.kk, ...AGREE.hard.ru, ...AGREE.hard.en].map(foldLabel)
);

/** Those of them that the questionnaires of Andreev and Stepanov print as the middle of 0–4. */
export const HARD_AS_MIDDLE: ReadonlySet<string> = new Set(
	['Айту қиын', 'Трудно сказать', 'Hard to say'].map(foldLabel)
);

/** Wordings of "don't know" that a proposed scale states beside its levels. */
export const DONT_KNOW_LABELS: readonly string[] = ['Білмеймін', 'Затрудняюсь ответить', "Don't know"];

const FEMININE: readonly [RegExp, string][] = [
	[/(\S+)ласен\*/g, 'ласен|ласна|ласен(на)|ласен(-на)|ласен/ласна|ласен / ласна|ласен (на)|ласны'],
	[/(\S+)етворён\*/g, 'етворён|етворена|етворён(а)|етворён(-а)|етворён/етворена|етворен (а)|етворены'],
	[/(\S*)оволен\*/g, 'оволен|овольна|оволен(на)|оволен(а)|оволен(-на)|оволен/овольна|овольны'],
	[/(\S+)йтрален\*/g, 'йтрален|йтральна|йтрален(на)|йтрален(-на)']
];

/** Every spelling of a wording: «Согласен*» gives согласен, согласна, согласен(на) …; the first is the one to show. */
export function spellings(wording: Wording): string[] {
	if (!wording.includes('*')) return [wording];
	const rule = FEMININE.find(([pattern]) => wording.search(pattern) >= 0);
	if (!rule) return [wording];
	return rule[1].split('|').map((ending) => wording.replace(rule[0], (_, stem: string) => stem + ending));
}

/** One known wording of a scale's level, with the language and the wording it is a spelling of. */
interface KnownLabel {
	value: number;
	/** Two labels of one column may share a level only where they are spellings of one wording. */
	wording: string;
}

/** Labels of a standard scale by their folded text. */
export function labelIndex(scale: StandardScale): Map<string, KnownLabel> {
	const index = new Map<string, KnownLabel>();
	for (const { value, kk, ru, en } of scale.levels) {
		for (const [language, wordings] of Object.entries({ kk, ru, en })) {
			for (const wording of wordings) {
				for (const spelling of spellings(wording)) {
					const label = foldLabel(spelling);
					if (!index.has(label)) index.set(label, { value, wording: `${language}:${wording}` });
				}
			}
		}
	}
	return index;
}
