import { withLatinMark } from '$lib/i18n/quotes';
import { PERSON_REASONS, type PersonMatch, type PersonReason } from '$lib/model/proposal';
import type { Locale } from '$lib/model/text';

/** A way of writing with every file where it stands; what is decided about it is the same in all of them. */
export interface Way extends Pick<PersonMatch, 'text' | 'joined' | 'name' | 'how' | 'refused' | 'proposals'> {
	places: Pick<PersonMatch, 'source' | 'rows' | 'lines'>[];
}

/** What the page lists, in its order. */
export interface PeopleList {
	/** Waiting for a decision, by the reason of the best proposal. */
	proposed: { reason: PersonReason; ways: Way[] }[];
	/** Joined by name or by the user. */
	joined: Way[];
	refused: Way[];
	unmatched: Way[];
}

/** Ways of writing sorted for the page, each once for all files. */
export function peopleList(matches: readonly PersonMatch[]): PeopleList {
	const byText = new Map<string, Way>();
	for (const { source, rows, lines, ...match } of matches) {
		const way = byText.get(match.text) ?? { ...match, places: [] };
		way.places.push({ source, rows, lines });
		byText.set(match.text, way);
	}
	const ways = [...byText.values()];
	const proposed = PERSON_REASONS.map((reason) => ({
		reason,
		ways: ways.filter(({ proposals }) => proposals[0]?.reason === reason)
	}));
	return {
		proposed: proposed.filter((group) => group.ways.length > 0),
		joined: ways.filter(({ how }) => how === 'name' || how === 'accepted'),
		refused: ways.filter(({ refused }) => refused),
		unmatched: ways.filter(
			({ how, refused, proposals }) => how === 'none' && !refused && proposals.length === 0
		)
	};
}

const DIGIT = /\d/;
/** A code is compared with codes, a name with names. */
const isLikeKind = (one: string, other: string) => DIGIT.test(one) === DIGIT.test(other);

/** A way of writing, marked where its Latin letters may be taken for those of the people it is or may be. */
export function wayWords({ text, joined, name, proposals }: Omit<Way, 'places'>, locale: Locale): string {
	const people = [joined, name, ...proposals.flatMap((one) => [one.person, one.name])];
	const beside = people.filter((one) => one !== null && isLikeKind(one, text));
	return withLatinMark(text, beside.map(String), locale);
}

/** {@link personWords} of a proposal, marked where its Latin letters may be taken for those of `text`. */
export function proposalWords(
	{ person, name }: { person: string; name: string | null },
	text: string,
	locale: Locale
): string {
	const marked = (own: string) => (isLikeKind(own, text) ? withLatinMark(own, [text], locale) : own);
	return personWords({ person: marked(person), name: name === null ? null : marked(name) });
}

/** A person as the page names them: the name with the code, or what there is. */
export function personWords({ person, name }: { person: string; name: string | null }): string {
	return name === null ? person : `${name} (${person})`;
}
