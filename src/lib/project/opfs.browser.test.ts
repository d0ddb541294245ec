import { cdp } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProjectStore, type ProjectStore } from './opfs';
import { folderWith } from './project.fixtures';

let store: ProjectStore;

async function freshStore(): Promise<ProjectStore> {
	const opened = await openProjectStore();
	if ('failure' in opened) throw new Error(opened.failure.code);
	return opened.store;
}

async function folderAt(...path: string[]): Promise<FileSystemDirectoryHandle> {
	let folder = await navigator.storage.getDirectory();
	for (const name of ['projects', ...path]) folder = await folder.getDirectoryHandle(name);
	return folder;
}

async function created(contents: Awaited<ReturnType<typeof folderWith>>) {
	const result = await store.create(contents);
	if ('failure' in result) throw new Error(result.failure.code);
	return result.session;
}

async function opened(id: string) {
	const result = await store.open(id);
	if ('failure' in result) throw new Error(result.failure.code);
	return result;
}

async function removeAll(): Promise<void> {
	const root = await navigator.storage.getDirectory();
	await root.removeEntry('projects', { recursive: true }).catch(() => undefined);
}

beforeEach(async () => {
	await removeAll();
	store = await freshStore();
});
afterEach(removeAll);

test('a project is there again after everything was closed', async () => {
	const contents = await folderWith([
		['қаз.csv', 'а;ә\n1;2\n'],
		['бос.csv', '']
	]);
	const session = await created(contents);
	session.close();
	store = await freshStore();
	const again = await opened(session.id);
	expect(again.contents).toEqual(contents);
	expect(again.session.writable).toBe(true);
	again.session.close();
});

test('lists projects, last saved first, those it cannot read with the reason', async () => {
	const first = await created(await folderWith([]));
	const second = await created(await folderWith([]));
	await new Promise((resolve) => setTimeout(resolve, 20));
	await first.save((await folderWith([['a.csv', '1']])).project, (await folderWith([['a.csv', '1']])).files);
	const spoilt = await (await folderAt(second.id)).getFileHandle('project.json');
	const writable = await spoilt.createWritable();
	await writable.write('{"olshem": 99}');
	await writable.close();
	expect(await store.list()).toMatchObject([
		{ id: second.id, failure: { code: 'newer_version', found: 99 } },
		{ id: first.id, project: { sources: [{ name: 'a.csv' }] } }
	]);
	first.close();
	second.close();
});

test('keeps a source once and writes the last save asked for', async () => {
	const one = await folderWith([['a.csv', '1']]);
	const two = await folderWith([
		['a.csv', '1'],
		['b.csv', '2']
	]);
	const session = await created(one);
	const renamed = { ...two.project, name: { kk: 'Соңғы' } };
	const saves = await Promise.all([
		session.save(one.project, new Map()),
		session.save(two.project, two.files),
		session.save(renamed, new Map())
	]);
	expect(saves).toEqual([null, null, null]);
	session.close();
	const again = await opened(session.id);
	expect(again.contents).toEqual({ project: renamed, files: two.files });
	again.session.close();
});

test('says which source is missing and keeps the project as it was', async () => {
	const one = await folderWith([['a.csv', '1']]);
	const two = await folderWith([['b.csv', '2']]);
	const session = await created(one);
	expect(await session.save(two.project, new Map())).toEqual({ code: 'source_missing', name: 'b.csv' });
	session.close();
	const again = await opened(session.id);
	expect(again.contents).toEqual(one);
	again.session.close();
});

test('notices a source that changed or went', async () => {
	const contents = await folderWith([['a.csv', '1']]);
	const session = await created(contents);
	session.close();
	const [sha256] = [...contents.files.keys()] as [string];
	const sources = await folderAt(session.id, 'sources');
	const writable = await (await sources.getFileHandle(sha256)).createWritable();
	await writable.write('2');
	await writable.close();
	expect(await store.open(session.id)).toEqual({ failure: { code: 'source_changed', name: 'a.csv' } });
	await sources.removeEntry(sha256);
	expect(await store.open(session.id)).toEqual({ failure: { code: 'source_missing', name: 'a.csv' } });
	expect(await store.open('never')).toEqual({ failure: { code: 'not_found' } });
});

test('sources no longer named go at the next opening, not before', async () => {
	const two = await folderWith([
		['a.csv', '1'],
		['b.csv', '2']
	]);
	const one = await folderWith([['a.csv', '1']]);
	const session = await created(two);
	await session.save(one.project, new Map());
	expect(await session.save(two.project, new Map())).toBeNull();
	await session.save(one.project, new Map());
	session.close();
	(await opened(session.id)).session.close();
	const names: string[] = [];
	for await (const name of (await folderAt(session.id, 'sources')).keys()) names.push(name);
	expect(names).toEqual([...one.files.keys()]);
});

test('a second opening only reads until the first is closed', async () => {
	const contents = await folderWith([['a.csv', '1']]);
	const first = await created(contents);
	const second = await opened(first.id);
	expect(second.session.writable).toBe(false);
	expect(second.contents).toEqual(contents);
	expect(await second.session.save(contents.project, contents.files)).toEqual({ code: 'open_elsewhere' });
	expect(await store.delete(first.id)).toEqual({ code: 'open_elsewhere' });
	first.close();
	expect(await first.save(contents.project, contents.files)).toEqual({ code: 'open_elsewhere' });
	const third = await opened(first.id);
	expect(third.session.writable).toBe(true);
	third.session.close();
	expect(await store.delete(first.id)).toBeNull();
	expect(await store.list()).toEqual([]);
	expect(await store.delete(first.id)).toEqual({ code: 'not_found' });
});

test('a full disk is a named failure and the old project stays', async () => {
	const one = await folderWith([['a.csv', '1']]);
	const session = await created(one);
	const large = await folderWith([['large.csv', '0'.repeat(30_000_000)]]);
	const { origin } = location;
	await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 10_000_000 });
	try {
		expect(await session.save(large.project, large.files)).toEqual({ code: 'storage_full' });
		expect(await store.create(large)).toEqual({ failure: { code: 'storage_full' } });
	} finally {
		await cdp().send('Storage.overrideQuotaForOrigin', { origin });
	}
	session.close();
	const again = await opened(session.id);
	expect(again.contents).toEqual(one);
	again.session.close();
	expect(await store.list()).toHaveLength(1);
});

test('asking to persist answers yes or no', async () => {
	expect(typeof (await store.persist())).toBe('boolean');
});
