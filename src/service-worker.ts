/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, prerendered } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;

/** The engine is large and its address carries its hash, so it outlives versions of the page in a cache of its own. */
const ENGINE = 'olshem-engine';
const PAGE = `olshem-${fingerprint(build.join('\n'))}`;
const isEngine = (path: string) => /duckdb[^/]*\.(wasm|js)$/.test(path);
const page = [...build, ...files, ...prerendered, `${base}/200.html`];

/** What the page's workers load, the engine among it; written by the build (svelte.config.js). */
async function workerFiles(): Promise<string[]> {
	const response = await fetch(`${base}/_app/workers.json`);
	if (!response.ok) throw new Error(`workers.json: HTTP ${response.status}`);
	return ((await response.json()) as string[]).map((path) => `${base}/${path}`);
}

async function install(): Promise<void> {
	const [pages, engines] = await Promise.all([caches.open(PAGE), caches.open(ENGINE)]);
	const workers = await workerFiles();
	await pages.addAll([...new Set([...page, ...workers])].filter((path) => !isEngine(path)));
	for (const path of workers.filter(isEngine)) if (!(await engines.match(path))) await engines.add(path);
}

async function tidy(): Promise<void> {
	for (const name of await caches.keys()) if (name !== PAGE && name !== ENGINE) await caches.delete(name);
	const engines = await caches.open(ENGINE);
	const workers = await workerFiles();
	for (const request of await engines.keys()) {
		if (!workers.includes(new URL(request.url).pathname)) await engines.delete(request);
	}
	await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
	const cached = await caches.match(request, { ignoreSearch: true });
	if (cached) return cached;
	try {
		return await fetch(request);
	} catch (error) {
		const shell = request.mode === 'navigate' ? await caches.match(`${base}/200.html`) : undefined;
		if (shell) return shell;
		throw error;
	}
}

worker.addEventListener('install', (event) => event.waitUntil(install().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(tidy()));
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method === 'GET' && new URL(request.url).origin === location.origin)
		event.respondWith(answer(request));
});

/** FNV-1a of a text: names the cache of one build, whose files carry their hashes. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(16);
}
