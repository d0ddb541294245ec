import { project as projectShape, type Project } from '../../src/lib/model/project';

/** Invented results of a school of 46 teachers over three waves: every shape a figure must survive. */
export const WAVES = ['w1', 'w2', 'w3'] as const;

export const ITEMS: [string, string, string, string][] = [
	[
		'q1',
		'Тәлімгердің көмегі маған сабақты жоспарлауда пайдалы болды',
		'Помощь наставника полезна мне при планировании урока',
		'My mentor’s help is useful when I plan lessons'
	],
	[
		'q2',
		'Әріптестермен тәжірибе алмасуға уақытым жеткілікті',
		'Мне хватает времени на обмен опытом',
		'I have enough time to exchange experience'
	],
	[
		'q3',
		'Коучинг сабақтарының мазмұны менің қажеттіліктеріме сай келеді',
		'Содержание коучинга отвечает моим потребностям',
		'Coaching answers my needs'
	],
	[
		'q4',
		'Lesson Study топтарында бірлескен зерттеу жүргізу менің күнделікті тәжірибеме нақты өзгеріс енгізді',
		'Совместное исследование в группах Lesson Study изменило мою практику',
		'Joint research in Lesson Study groups changed my practice'
	],
	[
		'q5',
		'Мектеп әкімшілігі бастамаларды қолдайды',
		'Администрация поддерживает инициативы',
		'The administration supports initiatives'
	],
	[
		'q6',
		'Бағалауды оқыту үшін қолданамын',
		'Я применяю оценивание для обучения',
		'I use assessment for learning'
	],
	['q7', 'Өз жұмысыма сенімдімін', 'Я уверен в своей работе', 'I am confident in my work']
];

const AGREE = [
	['мүлдем келіспеймін', 'совершенно не согласен', 'strongly disagree'],
	['келіспеймін', 'не согласен', 'disagree'],
	['бейтарап', 'ни да, ни нет', 'neither'],
	['келісемін', 'согласен', 'agree'],
	['толық келісемін', 'полностью согласен', 'strongly agree']
];

export function text(kk: string, ru: string, en: string) {
	return { kk, ru, en };
}

/** The questionnaire with a question that takes several answers. */
function withChoice<Survey extends { items: object[] }>(questionnaire: Survey) {
	const forms = {
		id: 'forms',
		kind: 'multi',
		options: ['Тәлімгермен жұмыс, жеке кеңес', 'Lesson Study (жоспарлау, бақылау, талдау)', 'Семинар'],
		versions: [
			{
				waves: [...WAVES],
				text: text(
					'Қай жұмыс түрі көбірек көмектесті?',
					'Какие формы работы помогли больше всего?',
					'Which forms of work helped most?'
				),
				scale: null
			}
		]
	};
	return { ...questionnaire, items: [...questionnaire.items, forms] };
}

export function galleryProject(): Project {
	const wave = (id: string, stage: string, year: number) => ({
		id,
		stage,
		schoolYear: `${year}-${year + 1}`,
		from: `${year}-09-01`,
		to: `${year + 1}-08-31`,
		label: text(`${stage} кезең`, `${stage} этап`, `Stage ${stage}`),
		baseline: id === 'w1'
	});
	const survey = (id: string, audience: string, title: ReturnType<typeof text>) => ({
		id,
		kind: 'survey',
		audience,
		title,
		method: 'andreev@1',
		items: ITEMS.map(([item, kk, ru, en], index) => ({
			id: item,
			block: index < 4 ? 'support' : 'confidence',
			versions: [
				{
					waves: [...WAVES],
					text: text(kk, ru, en),
					scale: 'agree5',
					...(item === 'q7' ? { change: 'reworded' as const } : {})
				}
			]
		})),
		blocks: [
			{ id: 'support', title: text('Тәлімгерлік қолдау', 'Поддержка', 'Support') },
			{ id: 'confidence', title: text('Сенімділік', 'Уверенность', 'Confidence') }
		]
	});
	const indicator = (partial: Record<string, unknown>) => ({ period: 'w3', unit: '', ...partial });
	const aim = (id: string, kk: string, ru: string, en: string) =>
		indicator({
			indicator: id,
			title: text(kk, ru, en),
			measure: 'achievements_count',
			itemOrBlock: id,
			kind: 'target',
			value: 30
		});
	return projectShape.parse({
		olshem: 1,
		name: text('«Қолдау» тәлімгерлік орталығы', 'Центр наставничества «Қолдау»', 'Qoldau mentoring centre'),
		synthetic: true,
		waves: [wave('w1', 'I', 2014), wave('w2', 'II', 2015), wave('w3', 'III', 2016)],
		scales: [{ id: 'agree5', levels: AGREE.map((labels, index) => ({ value: index + 1, labels })) }],
		instruments: [
			withChoice(
				survey(
					'teachers',
					'teacher',
					text('Мұғалімдер сауалнамасы', 'Анкета учителей', 'Teachers’ questionnaire')
				)
			),
			survey('pupils', 'pupil', text('Оқушылар сауалнамасы', 'Анкета учеников', 'Pupils’ questionnaire')),
			survey(
				'parents',
				'parent',
				text('Ата-аналар сауалнамасы', 'Анкета родителей', 'Parents’ questionnaire')
			),
			survey(
				'mentees',
				'mentee',
				text('Тәлім алушылар сауалнамасы', 'Анкета подопечных', 'Mentees’ questionnaire')
			),
			{
				...survey(
					'ratings',
					'teacher',
					text('Критериалды бағалау', 'Критериальная оценка', 'Criteria rating')
				),
				kind: 'rating'
			}
		],
		indicators: [
			aim('open_lesson', 'Ашық сабақтар', 'Открытые уроки', 'Open lessons'),
			aim(
				'contest',
				'Облыс, республика байқаулары',
				'Областные и республиканские конкурсы',
				'Region and republic contests'
			),
			aim('publication', 'Жарияланымдар', 'Публикации', 'Publications'),
			aim(
				'author_programme',
				'Авторлық бағдарламалар мен әдістемелік құралдар саны',
				'Авторские программы и методические пособия',
				'Author programmes and method books'
			)
		],
		sources: Array.from({ length: 13 }, (_, index) => ({
			sha256: String(index).repeat(64).slice(0, 64),
			name: `сауалнама-${index + 1}.csv`,
			bytes: 1000,
			kind: 'survey',
			instrument: 'teachers',
			wave: WAVES[index % 3],
			confirmed: true
		}))
	});
}
