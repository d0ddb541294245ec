import type { Audience, Instrument, Method, Project } from '$lib/model/project';
import { BUILT_IN_METHODS, methodKey } from '$lib/model/methods';
import { SAME_VALUE } from './statistics/frequencies';

const DEFAULT_METHOD: Record<Audience, string> = {
	pupil: 'andreev-pupils@1',
	parent: 'stepanov-parents@1',
	teacher: 'stepanov-teachers@1',
	mentee: 'stepanov-teachers@1'
};

/** Every method that can be used: the project's own whose bands are sound, and the built-in ones they do not replace. */
export function methodsOf(project: Project): Method[] {
	const sound = project.methods.filter((method) => methodFault(method) === null);
	const own = new Set(sound.map(methodKey));
	return [...sound, ...BUILT_IN_METHODS.filter((method) => !own.has(methodKey(method)))];
}

/** The method by which an instrument is reported: its own, else that of its audience. */
export function methodOf(instrument: Instrument, project: Project): Method {
	const methods = methodsOf(project);
	const wanted = instrument.method ?? DEFAULT_METHOD[instrument.audience];
	const found =
		methods.find((method) => methodKey(method) === wanted) ??
		methods.find((method) => methodKey(method) === DEFAULT_METHOD[instrument.audience]);
	if (!found) throw new Error(`no method ${wanted}`);
	return found;
}

/**
 * The methods under which the answers to an instrument are shown beside each other, its own first: the newest version of
 * the school's methods and the built-in ones, but none made for another audience.
 */
export function comparedMethods(instrument: Instrument, project: Project): Method[] {
	const own = methodOf(instrument, project);
	const forAudiences = new Set(Object.values(DEFAULT_METHOD));
	const methods = methodsOf(project);
	const others = methods.filter((method) => {
		const key = methodKey(method);
		const newest = methods.every(({ id, version }) => id !== method.id || version <= method.version);
		const applies = !forAudiences.has(key) || key === DEFAULT_METHOD[instrument.audience];
		return key !== methodKey(own) && newest && applies;
	});
	return [own, ...others];
}

/** A POMP value (0–100) on the anchors of a method. */
export function onMethodScale(pomp: number, method: Method): number {
	return method.low + (pomp * (method.high - method.low)) / 100;
}

/** The band of a value on the method's own scale; a value at a cut belongs to the side the method closes. */
export function bandOf(value: number, method: Method): string {
	const passed = method.cuts.filter((cut) =>
		method.closed === 'left' ? value >= cut - SAME_VALUE : value > cut + SAME_VALUE
	).length;
	return method.bands[passed]?.id ?? '';
}

type MethodFault = 'cuts_not_ascending' | 'cuts_outside' | 'bands_do_not_match' | 'bands_alike';

/**
 * What is wrong with a set of bands, or null: cuts ascend strictly inside the ends, one band more than cuts, no id twice.
 * A method with a fault is not used.
 */
export function methodFault(method: Method): MethodFault | null {
	if (method.bands.length !== method.cuts.length + 1) return 'bands_do_not_match';
	if (new Set(method.bands.map(({ id }) => id)).size < method.bands.length) return 'bands_alike';
	const ends = [method.low, ...method.cuts, method.high];
	if (method.cuts.some((cut) => cut <= method.low || cut >= method.high)) return 'cuts_outside';
	return ends.every((cut, index) => index === 0 || cut > (ends[index - 1] ?? cut))
		? null
		: 'cuts_not_ascending';
}

/** A band as schools write it, from – to; a value both of two bands name belongs to the side the method closes. */
export interface BandRange {
	from: number;
	to: number;
}

/** Where bands typed as ranges do not cover the scale exactly once; `from`–`to` is the stretch that is wrong. */
export interface RangeFault extends BandRange {
	code: 'no_scale' | 'empty_range' | 'gap' | 'overlap' | 'outside';
}

/** Bands in ascending order. */
export function ascending<Range extends BandRange>(ranges: readonly Range[]): Range[] {
	return [...ranges].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Every gap, overlap and stretch outside the ends; none where the ranges, in any order, cover [low, high] exactly once. */
export function rangeFaults(ranges: readonly BandRange[], low: number, high: number): RangeFault[] {
	if (!(high > low)) return [{ code: 'no_scale', from: low, to: high }];
	const empty = ranges.filter(({ from, to }) => !(from < to));
	if (empty.length > 0) return empty.map(({ from, to }) => ({ code: 'empty_range', from, to }));
	const faults: RangeFault[] = [];
	const name = (code: RangeFault['code'], from: number, to: number) => {
		if (from < to) faults.push({ code, from, to });
	};
	let reached = low;
	for (const { from, to } of ascending(ranges)) {
		name('outside', from, Math.min(to, low));
		name('outside', Math.max(from, high), to);
		name('gap', reached, Math.min(from, high));
		name('overlap', Math.max(from, low), Math.min(reached, to));
		reached = Math.max(reached, Math.min(to, high));
	}
	name('gap', reached, high);
	return faults;
}
