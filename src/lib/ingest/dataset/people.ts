import type { DataTable } from '$lib/model/dataset';
import type { PeopleDirectory } from '$lib/ingest/people/directory';
import { personKey } from '$lib/ingest/people/name-form';
import { tableOf } from './columns';
import type { MappedSource } from './mapped-source';

/** Dated attributes of a person, as kinds of `membership`; the mentor is the mentor's code. */
export const MEMBERSHIP_KINDS = [
	'department',
	'subject',
	'category',
	'course_level',
	'role',
	'mentor'
] as const;
type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];

interface Person {
	code: string;
	name: string | null;
	source: number;
	line: number;
}

interface Membership {
	person: string;
	kind: MembershipKind;
	value: string;
	from: string | null;
	to: string | null;
	source: number;
	line: number;
}

/** The people of a project as its directory knows them. Without a roster, whoever occurs is a person. */
export class People {
	readonly hasRoster: boolean;
	readonly #persons = new Map<string, Person>();
	readonly #memberships: Membership[] = [];
	readonly #byKind = new Map<MembershipKind, Map<string, Membership[]>>();

	constructor(
		rosters: readonly MappedSource[],
		alias: (kind: string, text: string) => string,
		readonly directory: PeopleDirectory
	) {
		this.hasRoster = rosters.length > 0;
		for (const roster of rosters) this.#readRoster(roster, alias);
		for (const membership of this.#memberships) {
			if (membership.kind === 'mentor') membership.value = this.find(membership.value) ?? membership.value;
			let ofKind = this.#byKind.get(membership.kind);
			if (!ofKind) this.#byKind.set(membership.kind, (ofKind = new Map<string, Membership[]>()));
			const ofPerson = ofKind.get(membership.person);
			if (ofPerson) ofPerson.push(membership);
			else ofKind.set(membership.person, [membership]);
		}
	}

	#readRoster(roster: MappedSource, alias: (kind: string, text: string) => string): void {
		const codeAt = roster.column('code', 'person');
		const nameAt = roster.column('name');
		const fromAt = roster.column('from');
		const toAt = roster.column('to');
		const columns = MEMBERSHIP_KINDS.map((kind) => {
			const grouped = roster.source.columns.find(
				(column) => column.role === 'group' && column.group === kind
			);
			return [kind, grouped?.index ?? roster.column(kind === 'mentor' ? 'mentor_code' : kind)] as const;
		});
		for (let row = 0; row < roster.cells.rows; row += 1) {
			if (roster.isRagged(row)) continue;
			const name = roster.cell(row, nameAt);
			const code = roster.cell(row, codeAt) ?? name;
			if (code === null) {
				roster.setAside('missing-person', row, codeAt);
				continue;
			}
			roster.count.imported += 1;
			const line = roster.cells.line(row);
			const key = personKey(code);
			const person = this.#persons.get(key) ?? { code, name, source: roster.index, line };
			if (!this.#persons.has(key)) this.#persons.set(key, person);
			person.name ??= name;
			const from = this.#day(roster, row, fromAt);
			const to = this.#day(roster, row, toAt);
			for (const [kind, column] of columns) {
				const value = roster.cell(row, column);
				if (value === null) continue;
				this.#memberships.push({
					person: person.code,
					kind,
					value: alias(kind, value),
					from,
					to,
					source: roster.index,
					line
				});
			}
		}
	}

	#day(roster: MappedSource, row: number, column: number): string | null {
		if (roster.cell(row, column) === null) return null;
		const parsed = roster.date(row, column);
		if (!parsed) roster.issue('unreadable-date', row, column);
		return parsed?.date ?? null;
	}

	/** The person whom a code or name as written means; null where nobody, or more than one, is meant. */
	find(text: string): string | null {
		if (this.#persons.size === 0) return null;
		const { person } = this.directory.meaning(text);
		return person !== null && this.#persons.has(personKey(person)) ? person : null;
	}

	/** Who rated: the person meant, else the text itself. */
	rater(text: string): string {
		return this.directory.meaning(text).person ?? text;
	}

	/** The mentor meant, where the mentor is known or was accepted. */
	mentor(text: string): string | null {
		return this.directory.meaning(text).how === 'accepted' ? this.rater(text) : this.find(text);
	}

	/** Key under which all rows of one person are found, also of one nobody knows. */
	identity(text: string): string {
		return this.directory.identity(text);
	}

	/** As {@link find}; where the project has no roster, the text itself becomes a person. */
	findOrAdd(text: string, source: number, line: number): string | null {
		const found = this.find(text);
		if (found !== null || this.hasRoster) return found;
		const code = this.directory.meaning(text).person ?? text;
		this.#persons.set(personKey(code), { code, name: null, source, line });
		return code;
	}

	/** Value of a person's attribute on a day: the interval that holds it, the latest begun where several do. */
	valueAt(person: string, kind: MembershipKind, day: string): string | null {
		let best: Membership | null = null;
		for (const membership of this.#byKind.get(kind)?.get(person) ?? []) {
			if (membership.from !== null && membership.from > day) continue;
			if (membership.to !== null && membership.to < day) continue;
			if (best === null || (membership.from ?? '') >= (best.from ?? '')) best = membership;
		}
		return best?.value ?? null;
	}

	personTable(): DataTable {
		const rows = [...this.#persons.values()].map(({ code, name, source, line }) => [
			code,
			name,
			source,
			line
		]);
		return tableOf(
			'person',
			[
				['person', 'text'],
				['name', 'text'],
				['source', 'integer'],
				['line', 'integer']
			],
			rows
		);
	}

	membershipTable(): DataTable {
		const rows = this.#memberships.map((m) => [m.person, m.kind, m.value, m.from, m.to, m.source, m.line]);
		return tableOf(
			'membership',
			[
				['person', 'text'],
				['kind', 'text'],
				['value', 'text'],
				['from_date', 'text'],
				['to_date', 'text'],
				['source', 'integer'],
				['line', 'integer']
			],
			rows
		);
	}
}
