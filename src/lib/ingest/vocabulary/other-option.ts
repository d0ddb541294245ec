import { foldLabel } from '$lib/ingest/values/folding';

const OTHER = new Set(
	[
		'басқа',
		'басқасы',
		'өзге',
		'басқа жауап',
		'другое',
		'другой',
		'иное',
		'прочее',
		'свой вариант',
		'другой ответ'
	]
		.concat(['other', 'something else'])
		.map(foldLabel)
);

/** «(укажите)», «(please specify)». */
const HINT = /\s*\([^()]*\)\s*:?\s*$/;

/** True for the option of a multi-select question that stands for every answer on no list («Басқа», «Другое»). */
export function isOtherOption(label: string): boolean {
	return OTHER.has(foldLabel(label.replace(HINT, '')));
}

/** The option for answers on no list, in the language of a questionnaire. */
export const OTHER_OPTION = { kk: 'Басқа', ru: 'Другое', en: 'Other' } as const;
