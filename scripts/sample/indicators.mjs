/**
 * Rows of the indicators file in the order of its columns: indicator, measure, audience, instrument, item_or_block,
 * group, period, kind, value, unit, n, direction, source, set_on. One target was written after the stage had ended.
 * @type {string[][]}
 */
export const INDICATORS = [
	['teachers_high', 'level_share', 'teacher', 'teachers', '', '', '2013-2014', 'published', '56', '%', '43', 'up', '2013–2014 оқу жылының есебі, 12-бет', ''],
	['pupils_u', 'coefficient_u', 'pupil', 'pupils', '', '', '2013-2014', 'published', '2,41', '', '231', 'up', '2013–2014 оқу жылының есебі, 14-бет', ''],
	['parents_high', 'level_share', 'parent', 'parents', '', '', '2013-2014', 'published', '38', '%', '117', 'up', '2013–2014 оқу жылының есебі, 15-бет', ''],
	['open_lessons', 'achievements_count', '', '', 'open_lesson', '', '2013-2014', 'baseline', '9', '', '', 'up', '2013–2014 оқу жылының есебі, 20-бет', ''],
	['contests_region', 'achievements_count', '', '', 'contest', 'level>=region', '2013-2014', 'baseline', '4', '', '', 'up', '2013–2014 оқу жылының есебі, 21-бет', ''],
	['publications', 'achievements_count', '', '', 'publication', '', '2013-2014', 'baseline', '5', '', '', 'up', '2013–2014 оқу жылының есебі, 21-бет', ''],
	['author_programmes', 'achievements_count', '', '', 'author_programme', '', '2013-2014', 'baseline', '1', '', '', 'up', '2013–2014 оқу жылының есебі, 22-бет', ''],
	['teachers_high', 'level_share', 'teacher', 'teachers', '', '', 'II', 'target', '70', '%', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['open_lessons', 'achievements_count', '', '', 'open_lesson', '', 'II', 'target', '16', '', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['contests_region', 'achievements_count', '', '', 'contest', 'level>=region', 'II', 'target', '8', '', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['teachers_high', 'level_share', 'teacher', 'teachers', '', '', 'III', 'target', '80', '%', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['open_lessons', 'achievements_count', '', '', 'open_lesson', '', 'III', 'target', '24', '', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['contests_region', 'achievements_count', '', '', 'contest', 'level>=region', 'III', 'target', '12', '', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['author_programmes', 'achievements_count', '', '', 'author_programme', '', 'III', 'target', '5', '', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['staff_taking_part', 'participation_share', '', '', '', '', 'III', 'target', '100', '%', '', 'up', 'Даму бағдарламасы, 5-кесте', '2014-10-20'],
	['publications', 'achievements_count', '', '', 'publication', '', 'III', 'target', '12', '', '', 'up', 'Қорытынды есепке қосымша', '2017-10-05']
];

export const INDICATOR_COLUMNS = ['indicator', 'measure', 'audience', 'instrument', 'item_or_block', 'group', 'period', 'kind', 'value', 'unit', 'n', 'direction', 'source', 'set_on'];
