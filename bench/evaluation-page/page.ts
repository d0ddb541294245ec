import { openBrowserEngine } from '$lib/engine/browser';
import { takeCounts, type Counts } from '$lib/measures/counts';
import { evaluate } from '$lib/measures/evaluate';
import { engineTables } from '$lib/measures/numbered-answers';
import { selection } from '$lib/model/selection';
import { arqueroTable, countByArquero } from './by-arquero';
import { countByArrays } from './by-arrays';
import { makeSchool, responsesOf, schoolProject, schoolTable, type School } from './school';

type Counted = Pick<Counts, 'frequencies' | 'returned' | 'scores' | 'transitions' | 'covariances'>;
type Way = 'sql' | 'arrays' | 'arquero';

/** Counting and evaluating, ms, and a fingerprint by which the ways are held against each other. */
interface Timing {
	counting: number;
	evaluating: number;
	fingerprint: string;
}

declare global {
	interface Window {
		measureEvaluation: (way: Way, respondents: number, runs: number) => Promise<Timing[]>;
	}
}

const present = {
	...{ person: false, membership: false, attendance: false },
	...{ achievement: false, activity: false, indicator: false }
};
const project = schoolProject();

/** Readies a way to count; what it returns is measured. */
async function counterOf(way: Way, school: School): Promise<() => Counted | Promise<Counted>> {
	if (way === 'arrays') return () => countByArrays(school);
	if (way === 'arquero') {
		const table = arqueroTable(school);
		return () => countByArquero(table) as Counted;
	}
	const engine = await openBrowserEngine();
	const responses = responsesOf(school);
	const tables = engineTables({ tables: [schoolTable(school)], responses }, project);
	for (const table of tables) await engine.load(table);
	const shape = { responses, present, populations: [] };
	return () => takeCounts(shape, project, (statement) => engine.query(statement));
}

/** Rows whatever their order and the order of their fields; long lists by their number and sum alone. */
function fingerprintOf(counted: Counted): string {
	const parts = [
		counted.frequencies,
		counted.returned,
		counted.scores,
		counted.transitions,
		counted.covariances
	];
	return parts
		.map((rows) => {
			const texts = rows.map((row) =>
				JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
			);
			let hash = 0;
			for (const text of texts) {
				let own = 0;
				for (let at = 0; at < text.length; at++) own = (Math.imul(own, 31) + text.charCodeAt(at)) | 0;
				hash = (hash + own) | 0;
			}
			return `${rows.length}:${hash}`;
		})
		.join(' ');
}

window.measureEvaluation = async (way, respondents, runs) => {
	const nothing = await takeCounts({ responses: [], present, populations: [] }, project, () =>
		Promise.resolve([])
	);
	const school = makeSchool(respondents);
	const responses = responsesOf(school);
	const count = await counterOf(way, school);
	const timings: Timing[] = [];
	for (let run = 0; run < runs; run++) {
		const started = performance.now();
		const counted = await count();
		const counting = performance.now() - started;
		const counts: Counts = { ...nothing, responses, ...counted };
		evaluate(counts, project, selection.parse({}));
		const evaluating = performance.now() - started - counting;
		timings.push({ counting, evaluating, fingerprint: fingerprintOf(counted) });
	}
	return timings;
};
