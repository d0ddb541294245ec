import type { Scale } from '$lib/model/project';
import { foldLabel } from '$lib/ingest/values/folding';
import { spellings } from './likert';
import { parseNumber } from '$lib/ingest/values/numbers';

const NUMBER_FIRST = /^(\d{1,3})\s*(?:[-\u2010-\u2015\u2212.):=]|балл\S*\s*[-\u2010-\u2015:])\s*(\D.*)$/;
const NUMBER_LAST =
	/^(\D.*?)\s*(?:\(\s*(\d{1,3})\s*(?:балл\S*|ұпай)?\)|[-\u2010-\u2015\u2212=:]\s*(\d{1,3}))$/;

/** A label that carries its value («5 – Толық келісемін», «Да (2)»): the value and the words; null otherwise. */
export function numberedLabel(text: string): { value: number; words: string } | null {
	const first = NUMBER_FIRST.exec(text.trim());
	if (first) return { value: Number(first[1]), words: (first[2] ?? '').trim() };
	const last = NUMBER_LAST.exec(text.trim());
	if (!last) return null;
	return { value: Number(last[2] ?? last[3]), words: (last[1] ?? '').trim() };
}

const GENDERED = /(ласен|оволен|етвор[её]н|йтрален)(?:\s?\(-?(?:на|а)\))?(?![а-яё])/giu;

/** Values of a scale by folded label, in any of its languages; «Согласен(на)» also stands for согласен and согласна. */
export function scaleLabels(scale: Scale): ReadonlyMap<string, number> {
	const size = scale.levels.reduce((sum, level) => sum + level.labels.length, 0);
	const known = indexed.get(scale);
	if (known?.size === size) return known.labels;
	const labels = indexLabels(scale);
	indexed.set(scale, { size, labels });
	return labels;
}

/** Indexes by scale, good as long as no label was added. */
const indexed = new WeakMap<Scale, { size: number; labels: ReadonlyMap<string, number> }>();

function indexLabels(scale: Scale): ReadonlyMap<string, number> {
	const labels = new Map<string, number>();
	for (const level of scale.levels) {
		for (const label of level.labels) labels.set(foldLabel(label), level.value);
	}
	for (const level of scale.levels) {
		for (const label of level.labels) {
			const gendered = label.replace(GENDERED, '$1*').replace(/етворен\*/giu, 'етворён*');
			if (gendered === label) continue;
			for (const spelling of spellings(gendered)) {
				if (!labels.has(foldLabel(spelling))) labels.set(foldLabel(spelling), level.value);
			}
		}
	}
	return labels;
}

/** True for a scale whose levels are bare numbers: answers between them are readable (a mean rating of 3,5). */
export function isNumericScale(scale: Scale): boolean {
	return scale.levels.every((level) => level.labels.every((label) => parseNumber(label) !== null));
}

/** Lowest and highest value of a scale. */
export function scaleRange(scale: Scale): { low: number; high: number } {
	const values = scale.levels.map((level) => level.value);
	return { low: Math.min(...values), high: Math.max(...values) };
}
