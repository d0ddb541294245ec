import type { Project } from '$lib/model/project';
import { personKey } from './name-form';

type Decision = Project['people'][number];

/** The project with decisions about ways of writing people; a later decision about a text replaces the earlier one. */
export function decidePeople(project: Project, decisions: readonly Decision[]): Project {
	const decided = new Set(decisions.map(({ from }) => from));
	return { ...project, people: [...project.people.filter(({ from }) => !decided.has(from)), ...decisions] };
}

/** The project without the decision about a way of writing, else about those that differ from it in case alone. */
export function undecidePerson(project: Project, from: string): Project {
	const exact = project.people.some((known) => known.from === from);
	const key = personKey(from);
	const people = project.people.filter((known) =>
		exact ? known.from !== from : personKey(known.from) !== key
	);
	return { ...project, people };
}
