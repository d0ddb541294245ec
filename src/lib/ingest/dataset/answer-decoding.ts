import type { AnswerState } from '$lib/model/answer';
import type { Scale } from '$lib/model/project';
import { isNotAsked } from '$lib/ingest/vocabulary/not-asked';
import { isNumericScale, numberedLabel, scaleLabels, scaleRange } from '$lib/ingest/vocabulary/scale-labels';
import { foldLabel } from '$lib/ingest/values/folding';
import { isDontKnow, isMissingToken } from '$lib/ingest/values/missing';
import { parseNumber } from '$lib/ingest/values/numbers';

/** What a cell says on a scale: a value on the wave's own scale (recoded where the item is reversed), or another state. */
export interface Decoded {
	state: AnswerState;
	value: number;
	issue: 'unknown-label' | 'out-of-scale' | null;
}

const NOT_ANSWERED: Decoded = { state: 'not_answered', value: 0, issue: null };
const DONT_KNOW: Decoded = { state: 'dont_know', value: 0, issue: null };
const NOT_APPLICABLE: Decoded = { state: 'not_applicable', value: 0, issue: null };
const NOT_ASKED: Decoded = { state: 'not_asked', value: 0, issue: null };
const UNKNOWN: Decoded = { state: 'invalid', value: 0, issue: 'unknown-label' };
const OUTSIDE: Decoded = { state: 'invalid', value: 0, issue: 'out-of-scale' };

const NOT_APPLICABLE_WORDS = new Set(
	[
		'n/a',
		'na',
		'not applicable',
		'не применимо',
		'неприменимо',
		'қатысты емес',
		'маған қатысты емес',
		'ко мне не относится'
	].map(foldLabel)
);

/** How an item's cells are read: its scale, its direction, whether means between levels are answers, and what `N/A` stands for. */
interface Coding {
	scale: Scale;
	reversed: boolean;
	between: boolean;
	hiddenIsNotAsked: boolean;
}

/** Upper end of the scale on which a share stands for a value; on another one «4%» is a slip. */
const PERCENT = 100;

function decodeCell(
	text: string,
	coding: Coding,
	labels: ReadonlyMap<string, number>,
	dontKnow: ReadonlySet<string>
): Decoded {
	const label = foldLabel(text);
	if (label === '' && text.trim() === '') return NOT_ANSWERED;
	const { low, high } = scaleRange(coding.scale);
	const valid = (value: number): Decoded => ({
		state: 'valid',
		value: coding.reversed ? low + high - value : value,
		issue: null
	});
	const known = labels.get(label);
	if (known !== undefined) return valid(known);
	if (dontKnow.has(label) || isDontKnow(text)) return DONT_KNOW;
	if (isNotAsked(text)) return NOT_ASKED;
	if (NOT_APPLICABLE_WORDS.has(label))
		return coding.hiddenIsNotAsked && label.startsWith('n') ? NOT_ASKED : NOT_APPLICABLE;
	if (isMissingToken(text)) return NOT_ANSWERED;
	const values = coding.scale.levels.map((level) => level.value);
	const parsed = parseNumber(text);
	if (parsed?.percent && high !== PERCENT) return UNKNOWN;
	const number = parsed?.value;
	if (number === undefined) {
		const numbered = numberedLabel(text);
		if (!numbered || !values.includes(numbered.value)) return UNKNOWN;
		const words = labels.get(foldLabel(numbered.words));
		return words === undefined || words === numbered.value ? valid(numbered.value) : UNKNOWN;
	}
	if (values.includes(number)) return valid(number);
	const continuous = isNumericScale(coding.scale) && number >= low && number <= high;
	if (!continuous || (!coding.between && high - low <= 20)) return OUTSIDE;
	return valid(labels.get(String(low)) === high ? low + high - number : number);
}

/** A decoder with a dictionary of the distinct texts it met, so that large files fold each label once. */
export function decoder(coding: Coding): (text: string) => Decoded {
	const labels = scaleLabels(coding.scale);
	const dontKnow = new Set(coding.scale.dontKnow.map(foldLabel));
	const seen = new Map<string, Decoded>();
	return (text) => {
		let decoded = seen.get(text);
		if (decoded === undefined) seen.set(text, (decoded = decodeCell(text, coding, labels, dontKnow)));
		return decoded;
	};
}
