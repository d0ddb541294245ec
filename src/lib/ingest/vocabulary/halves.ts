const START = new Set(
	'басы|басында|басталуы|кіріс|күз|күзгі|начало|начале|входная|входной|вход|осень|осенняя|осенью|pre|start|autumn|fall|entry|pretest'.split(
		'|'
	)
);
const END = new Set(
	'соңы|соңында|аяғы|шығыс|көктем|көктемгі|конец|конце|выходная|выходной|выход|итоговая|весна|весенняя|весной|post|end|spring|exit|posttest'.split(
		'|'
	)
);

/** Which half of a school year a file's name or titles point to («сауалнама басы», «pre», «весна»); null where none or both. */
export function halfNamed(titles: readonly string[]): 'start' | 'end' | null {
	const words = titles.flatMap((title) => title.toLowerCase().match(/\p{L}+/gu) ?? []);
	const start = words.some((word) => START.has(word));
	const end = words.some((word) => END.has(word));
	return start === end ? null : start ? 'start' : 'end';
}
