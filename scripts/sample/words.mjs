/** @typedef {{kk: string, ru: string, en?: string}} Words */

/** @param {string} kk @param {string} ru @param {string} [en] @returns {Words} */
export const w = (kk, ru, en) => (en === undefined ? { kk, ru } : { kk, ru, en });

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
