class Presenting {
	#on = $state(false);

	/** True while the council looks on: larger type, no controls, teachers as codes, no rows opened. */
	get on(): boolean {
		return this.#on;
	}

	start(): void {
		this.#set(true);
		document.documentElement.requestFullscreen?.().catch(() => undefined);
	}

	end(): void {
		this.#set(false);
		if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
	}

	#set(on: boolean): void {
		this.#on = on;
		document.documentElement.classList.toggle('presenting', on);
	}
}

export const presenting = new Presenting();
