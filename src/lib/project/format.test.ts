import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMAT_VERSION } from '$lib/model/project';
import { parseProject, serialiseProject } from './format';
import { migrate, MIGRATIONS, type Migration } from './migrations';
import { smallProject } from './project.fixtures';

const raw = () => JSON.parse(serialiseProject(smallProject()));
const parse = (value: unknown) => parseProject(JSON.stringify(value));

test('a written project reads back the same, and is written the same again', () => {
	const text = serialiseProject(smallProject());
	expect(parseProject(text)).toEqual({ project: smallProject(), ignored: [] });
	expect(text).toMatch(/^{\n\t"olshem": 1,\n\t"name": {/);
	expect(text.endsWith('}\n')).toBe(true);
});

test('the order of keys does not depend on how the project was made', () => {
	const project = smallProject();
	const reversed = Object.fromEntries(Object.entries(project).reverse()) as typeof project;
	expect(serialiseProject(reversed)).toBe(serialiseProject(project));
	const source = { sha256: 'ab', name: 'a.csv', bytes: 1, kind: null };
	const withRoles = (roles: Record<string, string>) =>
		parse({ ...raw(), sources: [{ ...source, reading: { roles } }] }) as { project: typeof project };
	expect(serialiseProject(withRoles({ b: '1', a: '2' }).project)).toBe(
		serialiseProject(withRoles({ a: '2', b: '1' }).project)
	);
});

test('a byte order mark before the text is no fault', () => {
	expect(parseProject(`\uFEFF${serialiseProject(smallProject())}`)).toHaveProperty('project');
});

test.each([
	['', { code: 'not_json' }],
	['{"olshem": 1,', { code: 'not_json' }],
	['[]', { code: 'not_a_project' }],
	['null', { code: 'not_a_project' }],
	['{"name": "x"}', { code: 'not_a_project' }],
	['{"olshem": "1"}', { code: 'not_a_project' }],
	['{"olshem": 0}', { code: 'not_a_project' }],
	['{"olshem": 7}', { code: 'newer_version', found: 7, known: FORMAT_VERSION }]
])('%s is refused by name', (text, failure) => {
	expect(parseProject(text)).toEqual({ failure });
});

test('any text at all gives a project or a named failure', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.json(),
				fc.string(),
				fc.json().map((json) => `{"olshem":1,"name":${json}}`)
			),
			(text) => {
				const parsed = parseProject(text);
				expect('failure' in parsed ? parsed.failure.code : 'project').toMatch(/^[a-z_]+$/);
			}
		)
	);
});

test('a value out of place is named by its path', () => {
	const project = raw();
	project.instruments[0].items[0].versions[0].scale = 5;
	expect(parse(project)).toMatchObject({
		failure: { code: 'invalid', path: 'instruments[0].items[0].versions[0].scale' }
	});
});

test.each<[string, (project: ReturnType<typeof raw>) => void, object]>([
	['two waves', (p) => p.waves.push(p.waves[0]), { code: 'duplicate_id', path: 'waves[1]', id: 'w1' }],
	[
		'two items',
		(p) => p.instruments[0].items.push(p.instruments[0].items[0]),
		{ code: 'duplicate_id', path: 'instruments[0].items[1]', id: 't1' }
	],
	[
		'a scale that is not there',
		(p) => (p.instruments[0].items[0].versions[0].scale = 'gone'),
		{ code: 'unknown_id', path: 'instruments[0].items[0].versions[0].scale', id: 'gone' }
	],
	[
		'a wave that is not there',
		(p) => (p.populations = [{ audience: 'parent', wave: 'w9', n: 3 }]),
		{ code: 'unknown_id', path: 'populations[0].wave', id: 'w9' }
	],
	[
		'an instrument that is not there',
		(p) => (p.sources = [{ sha256: 'ab', name: 'a.csv', bytes: 1, kind: 'survey', instrument: 'gone' }]),
		{ code: 'unknown_id', path: 'sources[0].instrument', id: 'gone' }
	]
])('%s of one name, or none, is refused', (_what, spoil, failure) => {
	const project = raw();
	spoil(project);
	expect(parse(project)).toEqual({ failure });
});

test('fields that are not known are named', () => {
	const project = raw();
	project.colour = 'blue';
	project.waves[0].note = 'x';
	expect(parse(project)).toMatchObject({ ignored: ['waves[0].note', 'colour'] });
});

test('an old file passes through every migration in order, and is itself left alone', () => {
	const steps: Migration[] = [
		{ from: 2, up: (old) => ({ ...old, title: undefined, name: { kk: old.title } }) },
		{ from: 1, up: ({ caption, ...old }) => ({ ...old, title: caption }) }
	];
	const old = Object.freeze({ olshem: 1, caption: 'Жоба' });
	expect(migrate(old, 1, 3, steps)).toEqual({ olshem: 3, title: undefined, name: { kk: 'Жоба' } });
	expect(() => migrate(old, 1, 4, steps)).toThrow('no migration from version 3');
});

test('there is a migration from every version before this one', () => {
	expect(MIGRATIONS.map((migration) => migration.from)).toEqual(
		Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 1)
	);
});
