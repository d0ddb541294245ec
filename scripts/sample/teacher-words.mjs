import { w } from './words.mjs';

export const TEACHER_BLOCKS = [
	{ id: 'conditions', title: w('Еңбек жағдайы', 'Условия труда', 'Working conditions') },
	{ id: 'mentoring', title: w('Тәлімгерлік қолдау', 'Наставничество и поддержка', 'Mentoring and support') },
	{ id: 'growth', title: w('Кәсіби өсу', 'Профессиональный рост', 'Professional growth') },
	{ id: 'climate', title: w('Қарым-қатынас және ахуал', 'Отношения и микроклимат', 'Relations and climate') },
	{ id: 'results', title: w('Нәтиже және ынта', 'Результат и мотивация', 'Results and motivation') }
];

/** The twenty items in the order of the form; every block has four. */
export const TEACHER_ITEMS = [
	{
		id: 't1',
		block: 'conditions',
		text: w(
			'Сабаққа дайындалуға қажетті құралдар мен материалдар жеткілікті',
			'Мне хватает средств и материалов для подготовки к урокам',
			'I have enough materials to prepare my lessons'
		)
	},
	{
		id: 't2',
		block: 'conditions',
		text: w('Сабақ кестесі маған қолайлы', 'Расписание уроков для меня удобно', 'My timetable suits me')
	},
	{
		id: 't3',
		block: 'conditions',
		text: w(
			'Кабинетімдегі АКТ құралдары іркіліссіз жұмыс істейді',
			'Техника (ИКТ) в моём кабинете работает надёжно',
			'The ICT equipment in my room works reliably'
		)
	},
	{
		id: 't4',
		block: 'conditions',
		text: w(
			'Есептер мен қағаз жұмысының көлемі орынды',
			'Объём отчётов и бумажной работы приемлемый',
			'The amount of reports and paperwork is reasonable'
		)
	},
	{
		id: 't5',
		block: 'mentoring',
		text: w(
			'Қиындық туғанда тәлімгерден дер кезінде көмек аламын',
			'При затруднениях я вовремя получаю помощь наставника',
			'When I have difficulties a mentor helps me in time'
		)
	},
	{
		id: 't6',
		block: 'mentoring',
		text: w(
			'Әріптестермен бірлесіп сабақ жоспарлау маған пайдалы',
			'Совместное планирование уроков с коллегами мне полезно',
			'Planning lessons together with colleagues is useful to me'
		)
	},
	{
		id: 't7',
		block: 'mentoring',
		text: w(
			'Сабақтан кейінгі кері байланыс нақты әрі сыпайы беріледі',
			'Обратная связь после посещения урока конкретна и доброжелательна',
			'Feedback after a lesson visit is specific and kind'
		)
	},
	{
		id: 't8',
		block: 'mentoring',
		reversed: true,
		text: w(
			'Маған әдістемелік көмек жетіспейді',
			'Мне не хватает методической помощи',
			'I lack methodical help'
		)
	},
	{
		id: 't9',
		block: 'growth',
		text: w(
			'Жаңа оқыту әдістерін сабақта сенімді қолданамын',
			'Уверенно применяю на уроках новые методы обучения',
			'I use new teaching methods with confidence'
		)
	},
	{
		id: 't10',
		block: 'growth',
		text: w(
			'Бағалаудың жаңа тәсілдерін түсінемін әрі қолданамын',
			'Понимаю и применяю новые подходы к оцениванию',
			'I understand and use new approaches to assessment'
		)
	},
	{
		id: 't11',
		block: 'growth',
		text: w(
			'Мектепте біліктілігімді үнемі арттыруға мүмкіндігім бар',
			'В школе у меня есть возможность постоянно повышать квалификацию',
			'At school I can continuously improve my qualification'
		)
	},
	{
		id: 't12',
		block: 'growth',
		text: w(
			'Lesson Study тобындағы жұмыс сабақтарымды жақсартуға көмектеседі',
			'Работа в группе Lesson Study помогает улучшать мои уроки',
			'Working in a Lesson Study group improves my lessons'
		)
	},
	{
		id: 't13',
		block: 'climate',
		text: w(
			'Ұжымда бір-бірімізді қолдаймыз',
			'В коллективе мы поддерживаем друг друга',
			'We support each other in the staff'
		)
	},
	{
		id: 't14',
		block: 'climate',
		text: w(
			'Әкімшілік менің пікіріммен санасады',
			'Администрация считается с моим мнением',
			'The administration takes my opinion into account'
		)
	},
	{
		id: 't15',
		block: 'climate',
		text: w(
			'Әріптестеріммен еркін тәжірибе алмасамын',
			'Я свободно обмениваюсь опытом с коллегами',
			'I exchange experience with colleagues freely'
		)
	},
	{
		id: 't16',
		block: 'climate',
		text: w(
			'Мектептегі ахуал маған ұнайды',
			'Мне нравится обстановка в школе',
			'I like the atmosphere at school'
		),
		reworded: w(
			'Мен мектепте өзімді еркін әрі қауіпсіз сезінемін',
			'Я чувствую себя в школе свободно и в безопасности',
			'I feel free and safe at school'
		)
	},
	{
		id: 't17',
		block: 'results',
		text: w('Еңбегім әділ бағаланады', 'Мой труд оценивается справедливо', 'My work is judged fairly')
	},
	{
		id: 't18',
		block: 'results',
		text: w(
			'Жалпы алғанда жұмысыма көңілім толады',
			'В целом я удовлетворён(а) своей работой',
			'All in all I am satisfied with my work'
		)
	},
	{
		id: 't19',
		block: 'results',
		text: w(
			'Оқушыларымның жетістігі артып келе жатқанын көремін',
			'Вижу, что достижения моих учеников растут',
			'I see the achievements of my pupils grow'
		)
	},
	{
		id: 't20',
		block: 'results',
		text: w(
			'Тәжірибемді әріптестеріме көрсетуге дайынмын',
			'Готов(а) представить свой опыт коллегам',
			'I am ready to show my practice to colleagues'
		)
	}
];

export const FORMS_OF_WORK = w(
	'Қай жұмыс түрі сізге көбірек көмектесті? (бірнешеуін таңдауға болады)',
	'Какие формы работы помогли вам больше всего? (можно выбрать несколько)',
	'Which forms of work helped you most? (several may be chosen)'
);

/** The school printed the options in both languages, so both versions of the form hold the same ones. */
export const FORM_OPTIONS = [
	'Коучинг',
	'Тәлімгермен жұмыс, жеке кеңес / Работа с наставником, личная консультация',
	'Lesson Study (жоспарлау, бақылау, талдау / планирование, наблюдение, анализ)',
	'Семинар',
	'Ашық сабақ, шеберлік сыныбы / Открытый урок, мастер-класс'
];

export const OPEN_QUESTION = w(
	'Келесі жылы «Қолдау» орталығынан қандай көмек күтесіз?',
	'Какой помощи вы ждёте от центра «Қолдау» в следующем году?',
	'What help do you expect from the centre next year?'
);

export const OPEN_ANSWERS = {
	kk: [
		'Критериалды бағалау бойынша тәжірибелік сабақтар көбірек болса',
		'Дайын сабақ үлгілері керек',
		'Дарынды балалармен жұмыс бойынша кеңес',
		'Қағаз жұмысы азайса, сабаққа уақыт көп бөлінер еді',
		'Басқа мектептердің Lesson Study топтарымен кездесу',
		'Бәрі жақсы, рақмет!',
		'Жас мұғалімге тәлімгер аптасына бір рет сабаққа кірсе,\nталдау сол күні өтсе',
		'АКТ бойынша қысқа курстар',
		'Мақала жазуға көмек керек'
	],
	ru: [
		'Больше практики по критериальному оцениванию',
		'Готовые разработки уроков, "живые" примеры',
		'Помощь в оформлении статьи и авторской программы',
		'Меньше отчётов; времени на подготовку не остаётся',
		'Совместные уроки с другими школами',
		'Всё устраивает, спасибо',
		'Консультации по работе с одарёнными детьми',
		'Короткие мастер-классы по ИКТ,\nлучше после обеда',
		'Хочу посетить уроки наставника'
	]
};
