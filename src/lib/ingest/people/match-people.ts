import type { Project } from '$lib/model/project';
import type { PersonMatch, PersonProposal, ReadFile } from '$lib/model/proposal';
import { IssueList } from '$lib/ingest/dataset/issues';
import { mapSources } from '$lib/ingest/dataset/mapped-source';
import type { Known, PeopleDirectory } from './directory';
import { likeness } from './likeness';
import { nameForm, type NameForm } from './name-form';
import { NameIndex } from './name-index';
import { firstLines, gatherPeople, type Written } from './written';

/** Proposals shown of one way of writing. */
const MOST_PROPOSALS = 5;
/** A likeness from here on is of the whole name; below it, others nearly as like fit as well. */
const WHOLE_NAME = 0.9;
const NEARLY = 0.8;
const KAZAKH = /[әғқңөұүһі]/u;

/** Ascending by how much a way of writing tells of a name, so that of two the fuller one gives the name. */
function fullerFirst(a: NameForm, b: NameForm): number {
	const full = (form: NameForm) => form.words.filter(({ initial }) => !initial).length;
	const letters = (form: NameForm) => form.folded.length;
	const kazakh = (form: NameForm) => Number(KAZAKH.test(form.folded));
	return (
		full(b) - full(a) ||
		b.words.length - a.words.length ||
		letters(b) - letters(a) ||
		kazakh(b) - kazakh(a) ||
		(a.folded < b.folded ? -1 : Number(a.folded > b.folded))
	);
}

/** Finds whom a way of writing may mean among the people of a directory. */
class Proposer {
	readonly #ways: { known: Known; form: NameForm }[];
	readonly #forms = new Map<string, NameForm>();
	readonly #index: NameIndex;

	constructor(readonly directory: PeopleDirectory) {
		this.#ways = directory
			.everybody()
			.flatMap((known) => known.written.map((text) => ({ known, form: this.#formOf(text) })));
		this.#index = new NameIndex(this.#ways.map(({ form }) => form));
	}

	#formOf(text: string): NameForm {
		const form = this.#forms.get(text) ?? nameForm(text);
		this.#forms.set(text, form);
		return form;
	}

	/** People like the text, best first; where the best are several, each is marked as one of two that fit. */
	proposals(text: string): PersonProposal[] {
		const form = this.#formOf(text);
		const best = new Map<string, PersonProposal>();
		for (const place of this.#index.near(form)) {
			const way = this.#ways[place];
			if (!way || (!this.directory.hasRoster && !this.#givesName(way, form, text))) continue;
			const like = likeness(form, way.form);
			const { person, name } = way.known;
			if (like && like.similarity > (best.get(person)?.similarity ?? 0))
				best.set(person, { person, name, ...like });
		}
		if (best.size === 0) return [];
		const found = [...best.values()].sort(
			(a, b) => b.similarity - a.similarity || (a.person < b.person ? -1 : 1)
		);
		const most = found[0]?.similarity ?? 0;
		const enough = most < WHOLE_NAME ? most * NEARLY : most;
		const top = found.filter(({ similarity }) => similarity >= enough);
		if (top.length > 1) for (const proposal of top) proposal.reason = 'two_people_fit';
		return found.slice(0, MOST_PROPOSALS);
	}

	/** Without a roster of two ways of writing the fuller gives the name, so that a pair is proposed once. */
	#givesName(way: { known: Known; form: NameForm }, form: NameForm, text: string): boolean {
		return way.known.person !== text && fullerFirst(way.form, form) < 0;
	}
}

function matchesIn(file: Written, directory: PeopleDirectory, propose: (text: string) => PersonProposal[]) {
	const matches: PersonMatch[] = [];
	for (const [text, rows] of file.rows) {
		const { person, how, refused } = directory.meaning(text);
		const open = directory.hasRoster ? person === null && !refused : how === 'code';
		matches.push({
			source: file.mapped.source.sha256,
			text,
			rows,
			lines: [],
			joined: person,
			name: person === null ? null : directory.nameOf(person),
			how,
			raterOnly: !file.named.has(text),
			refused,
			proposals: open ? propose(text) : []
		});
	}
	return matches;
}

/** True where a match is worth a look: joined by more than a code, decided, proposed, or a person nobody knows. */
export const tells = ({ how, proposals, refused, raterOnly }: PersonMatch) =>
	proposals.length > 0 || refused || (how === 'none' ? !raterOnly : how !== 'code');

/**
 * Every distinct way of writing a person in every file: whom it is joined to and how, or whom it may mean and why
 * (import.md 18: keys only propose, the user accepts). Without a roster the people of the files themselves are the
 * list. Pure; the order of files only orders the list.
 */
export function matchPeople(files: readonly ReadFile[], project: Project): PersonMatch[] {
	const { directory, written } = gatherPeople(mapSources(files, project, new IssueList()), project);
	let proposer: Proposer | null = null;
	const seen = new Map<string, PersonProposal[]>();
	const propose = (text: string) => {
		const known = seen.get(text);
		if (known) return known;
		const proposals = (proposer ??= new Proposer(directory)).proposals(text);
		seen.set(text, proposals);
		return proposals;
	};
	return written.flatMap((file) => {
		const matches = matchesIn(file, directory, propose);
		const lines = firstLines(file, new Set(matches.filter(tells).map(({ text }) => text)));
		for (const match of matches) match.lines = lines.get(match.text) ?? match.lines;
		return matches;
	});
}
