/** How long a claim waits: a tab that is being reloaded lets go of its lock only a moment later. */
const PATIENCE = 500;

/** Takes a lock that other tabs see, and hands back how to let go of it; null where another keeps it. */
export function claimLock(name: string): Promise<(() => void) | null> {
	return new Promise((claimed) => {
		const held = () => new Promise<void>((release) => claimed(release));
		navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, held).catch(() => claimed(null));
	});
}

/** Runs work while no other tab runs work under the same name, in the order asked. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
	return navigator.locks.request(name, work);
}
