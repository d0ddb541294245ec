import type { Project } from '$lib/model/project';
import { waveNamed, waveOfDate } from '$lib/ingest/mapping/waves';
import type { MappedSource } from './mapped-source';

/** When a row was made: its wave and, where the file has dates, its day and time. */
export interface RowTime {
	wave: string;
	date: string | null;
	/** Date and time for ordering; '' where unknown. */
	at: string;
}

/** Finds wave and date of a source's rows by its mapping; null where the row is set aside for want of them. */
export function rowTimes(mapped: MappedSource, project: Project): (row: number) => RowTime | null {
	const { source } = mapped;
	const dateAt = mapped.column('timestamp', 'date');
	const stated = typeof source.wave === 'string' ? source.wave : null;
	const waveAt =
		source.wave !== null && typeof source.wave === 'object' ? source.wave.column : mapped.column('wave');
	const byDate = stated === null && (waveAt < 0 || waveAt === dateAt || isDateColumn(mapped, waveAt));
	const named = new Map<string, string | null>();
	const byDay = new Map<string, string | null>();
	const waveOn = (day: string) => {
		let wave = byDay.get(day);
		if (wave === undefined) byDay.set(day, (wave = waveOfDate(project.waves, day)));
		return wave;
	};
	return (row) => {
		const column = byDate && waveAt >= 0 ? waveAt : dateAt;
		const day = mapped.date(row, column);
		const at = day ? `${day.date}T${day.time}` : '';
		if (stated !== null) {
			if (day && waveOn(day.date) !== stated) mapped.issue('wave-mismatch', row, column, { wave: stated });
			return { wave: stated, date: day?.date ?? null, at };
		}
		if (!byDate) {
			const text = mapped.cell(row, waveAt) ?? '';
			let wave = named.get(text);
			if (wave === undefined) named.set(text, (wave = waveNamed(project.waves, text)));
			if (wave !== null) return { wave, date: day?.date ?? null, at };
			mapped.setAside('missing-wave', row, waveAt);
			return null;
		}
		if (!day) {
			mapped.setAside(mapped.cell(row, column) === null ? 'missing-date' : 'unreadable-date', row, column);
			return null;
		}
		const wave = waveOn(day.date);
		if (wave === null) {
			mapped.setAside('outside-waves', row, column);
			return null;
		}
		return { wave, date: day.date, at };
	};
}

function isDateColumn(mapped: MappedSource, column: number): boolean {
	const role = mapped.source.columns.find(({ index }) => index === column);
	return role?.role === 'date' || role?.role === 'timestamp' || role?.field === 'date';
}
