import * as z from 'zod';
import { fnv1a } from '$lib/ingest/dataset/indicators';
import { ask, type Draft } from '$lib/ingest/mapping/draft';
import type { Project } from '$lib/model/project';
import type { PersonMatch, Question, ReadFile } from '$lib/model/proposal';
import { decidePeople } from './decisions';
import { matchPeople } from './match-people';

/** Pairs named in the question itself; the page of people and the answer hold all. */
const NAMED = 20;

/** A way of writing and whom it may mean, `to` null where two people fit. */
const pairs = z.array(z.object({ from: z.string(), to: z.string().nullable() }));
type Pair = z.infer<typeof pairs>[number];

function openPairs(matches: readonly PersonMatch[]): (Pair & { shown: string })[] {
	const found = new Map<string, Pair & { shown: string }>();
	for (const { text, proposals } of matches) {
		const [best] = proposals;
		if (!best) continue;
		const shown = proposals
			.filter(({ reason }) => reason === best.reason)
			.map(({ person, name }) => (name === null ? `«${person}»` : `«${name}» (${person})`));
		const to = best.reason === 'two_people_fit' ? null : best.person;
		found.set(text, { from: text, to, shown: `«${text}» → ${shown.join(' / ')}` });
	}
	return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * Asks once for all files whether ways of writing mean people who are known. Its id follows from what is proposed, so
 * that an answer is never taken for pairs the user has not seen; nothing is joined meanwhile. Returns all matches.
 */
export function askPeople(draft: Draft, files: readonly ReadFile[]): PersonMatch[] {
	const matches = matchPeople(files, draft.project);
	const open = openPairs(matches);
	if (open.length === 0) return matches;
	const decisions = open.map(({ from, to }) => ({ from, to }));
	const sure = decisions.some(({ to }) => to !== null);
	ask(draft, {
		id: `people:${fnv1a(JSON.stringify(decisions))}`,
		source: null,
		code: 'people',
		params: {
			count: open.length,
			list:
				open
					.slice(0, NAMED)
					.map(({ shown }) => shown)
					.join('; ') + (open.length > NAMED ? '; …' : ''),
			pairs: JSON.stringify(decisions)
		},
		options: [...(sure ? ['accept_all'] : []), 'none'].map((value) => ({ value, label: `people_${value}` })),
		assumed: 'none'
	});
	return matches;
}

/** Stores the answer to {@link askPeople}: `accept_all` joins where one person alone fits, `none` says that all are others. */
export function answerPeople(project: Project, question: Question, value: string): Project {
	const proposed = pairs.parse(JSON.parse(String(question.params.pairs ?? '[]')));
	if (value === 'accept_all')
		return decidePeople(
			project,
			proposed.filter(({ to }) => to !== null)
		);
	if (value === 'none')
		return decidePeople(
			project,
			proposed.map(({ from }) => ({ from, to: null }))
		);
	return { ...project };
}
