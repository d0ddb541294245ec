/**
 * README.md of the sample: what it is, what is wrong in its files on purpose, and what must come out.
 * @param {import('./survey-files.mjs').SampleFile[]} files
 * @param {ReturnType<typeof import('./truths.mjs').makeTruths>} truths
 */
export function makeReadme(files, truths) {
	const table = (/** @type {string[]} */ header, /** @type {string[][]} */ rows) =>
		[header, header.map(() => '---'), ...rows]
			.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
			.join('\n');
	const number = (/** @type {number} */ value) => String(Math.round(value * 1000) / 1000);
	const expected = (/** @type {Record<string, string | number | null>} */ expect) =>
		Object.entries(expect)
			.map(
				([key, value]) =>
					`${key} ${typeof value === 'number' ? number(value) : value === null ? 'none' : value}`
			)
			.join(', ');
	const format = (/** @type {import('./text-files.mjs').TextFile} */ f) =>
		`${f.delimiter === ';' ? 'semicolon' : 'comma'}, ${f.encoding === 'kz-1048' ? 'KZ-1048' : f.bom ? 'UTF-8 with BOM' : 'UTF-8'}${f.quoteAll ? ', every cell quoted' : ''}`;
	return `# «Қолдау»: the sample school

**SYNTHETIC DATA. No person, school or answer in this folder is real.** The names are invented; a resemblance is chance.
Деректер жасанды: мұндағы адамдар да, жауаптар да ойдан шығарылған. · Данные искусственные: люди и ответы вымышлены.

A mentoring centre of a school with a three-stage programme: w1 2014–2015 (stage I, the baseline), w2 2015–2016
(stage II), w3 2016–2017 (stage III). The folder is a project: \`project.json\` beside \`sources/\`. The files of \`sources/\`
alone are what a school would drop on the page. \`truths.json\` lists what must come out; it is reckoned from the generated
answers by formulas of its own, before anything is written as text. Everything here is written by

    node scripts/sample/generate.mjs

with fixed seeds: a second run gives the same bytes. Do not edit by hand.

## Files

${table(
	['file', 'kind', 'rows with titles and header', 'format'],
	files.map((f) => [f.name, f.kind, String(f.rows.length), format(f.format)])
)}

## What is wrong in them, as in real files

- \`roster.csv\` is in KZ-1048 and has two rows for each of three teachers whose category changed (T12, T15, T33); four teachers
  leave (T45–T48), five join (T49–T53).
- \`teachers-2015-kk.csv\`: one teacher sent the form twice on one day; the first copy differs in two answers. Last counts.
- \`teachers-2017-kk.csv\` and \`-ru.csv\`: one teacher answered in both languages. The later one (ru) counts.
- \`teachers-*.csv\`: codes in lower case with a space before, one questionnaire without a code in 2015 and in 2017 (the
  teacher counts in the wave, not in the pairs), blanks, “don't know”, line breaks and quotes in the open answers, options
  with commas inside in the question with several answers (its options are printed in both languages).
- \`teachers-2016-ru.csv\` was saved again by Excel: semicolons, BOM, three empty rows at the end; one code that is not on the
  roster (T99), one answer to t9 that is on no scale (“Согласен(на), но не всегда”).
- Teacher items between waves: t12 is new in w2; t16 is reworded in w3; t18 has 5 points in w1 and w2 and 10 in w3; t8 is
  reversed.
- \`pupils-2015-2016-*.csv\` hold two waves: the date of each row decides. One row of the kk file is a trial of 28.08.2014,
  before every wave.
- \`parents-*.csv\`: «Айту қиын» / «Трудно сказать» is a level of this scale (2 of 0–4), not “don't know”.
  \`parents-2016-ru.csv\` has two empty rows at the end; \`parents-2017-ru.csv\` is the direct download of Google Forms
  (\`2017/04/24 6:05:54 ПП GMT+6\`).
- \`ratings-modules.csv\`: two title rows and an empty one above the header, decimal commas, blanks, a row of averages at the
  bottom, and one cell 45 where 4,5 was meant (out of the scale). \`ratings-mentees.csv\` is in long form.
- \`attendance-*.csv\`: Kazakh headers for two years, Russian for the third; one row without hours.
- \`register-2016-2017.csv\`: three title rows, teachers down, days across, marks + к а д ж.
- \`indicators.csv\`: published figures of 2013–2014; the target of publications carries a date after the stage (05.10.2017 as
  2017-10-05).
- \`plan.csv\`: activities held a month late, one not held.

## What must come out

${table(
	['statement', 'measure', 'dimensions', 'value to expect', 'files'],
	truths.map((t) => [
		t.statement,
		`\`${t.measure}\``,
		Object.entries(t.dims)
			.map(([k, v]) => `${k} ${v}`)
			.join(', '),
		expected(t.expect),
		t.files.join(', ')
	])
)}

Two further facts: exactly one teacher item (t4) and one pupil item (p7) fall by the verdict of measures.md; no other verdict of
w3 against w1 stands near an edge.
`;
}
