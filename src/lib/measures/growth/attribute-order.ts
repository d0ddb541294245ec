/** Attributes of a teacher that are ordered labels with dates: never a number, never averaged (domain.md). */
export const ORDERED_ATTRIBUTES = ['category', 'course_level'] as const;
export type OrderedAttribute = (typeof ORDERED_ATTRIBUTES)[number];

/** A label's step on its ladder, from the lowest up. Steps of different ladders have no order between them. */
interface Step {
	ladder: string;
	step: number;
}

/** The words of each step, lowest first. Attestation has had other names since 2018; of the level courses the first is the highest. */
const LADDERS: Record<OrderedAttribute, Record<string, readonly RegExp[]>> = {
	category: {
		before2018: [
			/екінші|втор|second|^(2|ii)(\D|$)/u,
			/бірінші|перв|first|^(1|i)(\D|$)/u,
			/жоғары|высш|high/u
		],
		since2018: [
			/^педагог$|^teacher$|^pedagog(ue)?$/u,
			/модератор|moderator/u,
			/сарапшы|эксперт|expert/u,
			/зерттеуші|исследоват|researcher/u,
			/шебер|мастер|master/u
		]
	},
	course_level: {
		levels: [
			/үшінші|трет|third|базал|базов|basic|^(3|iii)(\D|$)/u,
			/екінші|втор|second|негізгі|основн|main|^(2|ii)(\D|$)/u,
			/бірінші|перв|first|ілгері|продвинут|advanced|^(1|i)(\D|$)/u
		]
	}
};

/** Words for having no category: below every step of every ladder. */
const NONE = /жоқ|^без|^нет|^no\b|^none/u;

function stepOf(attribute: OrderedAttribute, label: string): Step | 'none' | null {
	const words = label.trim().toLowerCase().replaceAll('ё', 'е');
	if (NONE.test(words)) return 'none';
	for (const [ladder, steps] of Object.entries(LADDERS[attribute])) {
		const step = steps.findIndex((known) => known.test(words));
		if (step >= 0) return { ladder, step };
	}
	return null;
}

/** Which way a label moved: null where one of them is unknown, or they stand on different ladders. */
export function wayOf(attribute: OrderedAttribute, from: string, to: string): 'up' | 'same' | 'down' | null {
	if (from === to) return 'same';
	const [before, after] = [stepOf(attribute, from), stepOf(attribute, to)];
	if (before === null || after === null) return null;
	if (before === 'none' || after === 'none')
		return before === after ? 'same' : before === 'none' ? 'up' : 'down';
	if (before.ladder !== after.ladder) return null;
	if (before.step === after.step) return 'same';
	return after.step > before.step ? 'up' : 'down';
}

/** Labels from the lowest up; unknown ones after them, as the alphabet has them. */
export function byStep(attribute: OrderedAttribute, labels: readonly string[]): string[] {
	const place = (label: string) => {
		const step = stepOf(attribute, label);
		if (step === 'none') return -1;
		if (step === null) return Infinity;
		return Object.keys(LADDERS[attribute]).indexOf(step.ladder) * 100 + step.step;
	};
	return [...labels].sort((a, b) => {
		const [first, second] = [place(a), place(b)];
		return first === second ? (a < b ? -1 : 1) : first - second;
	});
}
