/** @typedef {{kk: string, ru: string, en?: string}} Words */

/** @param {string} kk @param {string} ru @param {string} [en] @returns {Words} */
const w = (kk, ru, en) => (en === undefined ? { kk, ru } : { kk, ru, en });

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

export const AGREE = [
	w('Мүлдем келіспеймін', 'Совершенно не согласен(на)', 'Strongly disagree'),
	w('Келіспеймін', 'Не согласен(на)', 'Disagree'),
	w('Келісемін де, келіспеймін де', 'И согласен(на), и не согласен(на)', 'Neither agree nor disagree'),
	w('Келісемін', 'Согласен(на)', 'Agree'),
	w('Толық келісемін', 'Полностью согласен(на)', 'Strongly agree')
];
export const DONT_KNOW = w('Білмеймін', 'Затрудняюсь ответить', "Don't know");

export const STEPANOV = [
	w('Мүлдем келіспеймін', 'Совершенно не согласен', 'Completely disagree'),
	w('Келіспеймін', 'Не согласен', 'Disagree'),
	w('Айту қиын', 'Трудно сказать', 'Hard to say'),
	w('Келісемін', 'Согласен', 'Agree'),
	w('Толық келісемін', 'Полностью согласен', 'Completely agree')
];

export const PUPIL_ITEMS = [
	w(
		'Таңертең мектепке көңілді барамын',
		'Утром я иду в школу с радостью',
		'I go to school gladly in the morning'
	),
	w(
		'Мектепте көңіл күйім әдетте жақсы болады',
		'В школе у меня обычно хорошее настроение',
		'At school I am usually in a good mood'
	),
	w('Сабақтар маған қызықты', 'На уроках мне интересно', 'I find the lessons interesting'),
	w(
		'Қиын сәтте сынып жетекшіме жүгіне аламын',
		'К классному руководителю могу обратиться в трудную минуту',
		'I can turn to my class teacher in difficulty'
	),
	w('Мектепте сүйікті мұғалімім бар', 'У меня есть любимый учитель', 'I have a favourite teacher'),
	w(
		'Сабақта өз ойымды еркін айта аламын',
		'На уроке я могу свободно высказать своё мнение',
		'I can speak my mind freely in lessons'
	),
	w(
		'Үй тапсырмасының көлемі маған шақ',
		'Объём домашнего задания мне по силам',
		'The amount of homework is manageable'
	),
	w('Сыныбымда жақсы достарым бар', 'В классе у меня есть хорошие друзья', 'I have good friends in my class'),
	w('Мұғалімдер мені әділ бағалайды', 'Учителя оценивают меня справедливо', 'Teachers mark me fairly'),
	w(
		'Түсінбегенімді мұғалім қайта түсіндіреді',
		'Учитель объясняет ещё раз, если я не понял(а)',
		'The teacher explains again what I did not understand'
	),
	w('Топпен жұмыс істеген маған ұнайды', 'Мне нравится работать в группе', 'I like working in groups'),
	w('Мектебімді мақтан тұтамын', 'Я горжусь своей школой', 'I am proud of my school')
];

export const PARENT_ITEMS = [
	w(
		'Балам оқитын сынып ұжымы тату',
		'Класс, в котором учится мой ребёнок, можно назвать дружным',
		"My child's class is friendly"
	),
	w(
		'Балам өз сыныбында өзін жайлы сезінеді',
		'В своём классе мой ребёнок чувствует себя комфортно',
		'My child feels comfortable in class'
	),
	w(
		'Мұғалімдер балама тілектестікпен қарайды',
		'Педагоги доброжелательны к моему ребёнку',
		'Teachers are kind to my child'
	),
	w(
		'Мектеп әкімшілігімен және мұғалімдермен түсінісеміз',
		'У нас есть взаимопонимание с учителями и администрацией',
		'We understand each other with teachers and administration'
	),
	w(
		'Сынып жетекшісіне алаңсыз жүгіне аламын',
		'Я могу без стеснения обратиться к классному руководителю',
		'I can turn to the class teacher without hesitation'
	),
	w(
		'Баламның жетістігі әділ бағаланады',
		'Достижения моего ребёнка оцениваются справедливо',
		"My child's progress is judged fairly"
	),
	w(
		'Балам үй тапсырмасымен шамадан тыс жүктелмейді',
		'Мой ребёнок не перегружен домашними заданиями',
		'My child is not overloaded with homework'
	),
	w(
		'Мұғалімдер баламның ерекшелігін ескереді',
		'Педагоги учитывают особенности моего ребёнка',
		"Teachers take my child's traits into account"
	),
	w(
		'Мектепте баланың қызығушылығына сай үйірмелер бар',
		'В школе есть кружки по интересам ребёнка',
		'There are clubs for my child’s interests'
	),
	w(
		'Мектеп баланың денсаулығына қамқорлық жасайды',
		'Школа заботится о здоровье детей',
		'The school cares for health'
	),
	w(
		'Мұғалімдер балама терең білім береді',
		'Педагоги дают моему ребёнку глубокие знания',
		'Teachers give my child deep knowledge'
	),
	w(
		'Мектептегі іс-шаралар туралы дер кезінде хабар аламын',
		'Я вовремя узнаю о школьных мероприятиях',
		'I learn about school events in time'
	)
];

export const MODULES = [
	w(
		'Оқыту мен оқудағы жаңа тәсілдер',
		'Новые подходы в преподавании и обучении',
		'New approaches to teaching and learning'
	),
	w('Сыни тұрғыдан ойлауға үйрету', 'Обучение критическому мышлению', 'Teaching critical thinking'),
	w(
		'Оқыту үшін бағалау және оқуды бағалау',
		'Оценивание для обучения и оценивание обучения',
		'Assessment for and of learning'
	),
	w(
		'Оқыту мен оқуда АКТ қолдану',
		'Использование ИКТ в преподавании и обучении',
		'ICT in teaching and learning'
	),
	w(
		'Талантты және дарынды балаларды оқыту',
		'Обучение талантливых и одарённых детей',
		'Teaching talented and gifted pupils'
	),
	w(
		'Оқушылардың жас ерекшеліктеріне сәйкес оқыту',
		'Обучение в соответствии с возрастными особенностями',
		'Teaching according to age'
	),
	w(
		'Оқытудағы басқару және көшбасшылық',
		'Управление и лидерство в обучении',
		'Management and leadership in learning'
	)
];

export const MENTEE_CRITERIA = [
	w('Сабақ жоспарлау', 'Планирование урока', 'Lesson planning'),
	w('Жаңа әдістерді қолдану', 'Применение новых методов', 'Use of new methods'),
	w('Іс-әрекеттегі зерттеу', 'Исследование действием', 'Action research'),
	w('Өзін-өзі бағалау', 'Самооценивание', 'Self-assessment'),
	w('Жаңа форматтағы сабақ', 'Урок нового формата', 'Lesson in the new format')
];
