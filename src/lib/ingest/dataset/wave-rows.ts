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

/** What the wave and date cells of a row say together: its time, or why there is none; or a time with a doubt. */
interface Outcome {
	time: RowTime | null;
	issue: 'wave-mismatch' | 'missing-wave' | 'missing-date' | 'unreadable-date' | 'outside-waves' | null;
	column: number;
}

/** What the wave and date cells of a source's rows say by its mapping, each pair of cells judged once. */
function rowOutcomes(mapped: MappedSource, project: Project): (row: number) => Outcome {
	const { source, cells } = mapped;
	const dateAt = mapped.column('timestamp', 'date');
	const stated = typeof source.wave === 'string' ? source.wave : null;
	const waveAt =
		source.wave !== null && typeof source.wave === 'object' ? source.wave.column : mapped.column('wave');
	const byDate = stated === null && (waveAt < 0 || waveAt === dateAt || isDateColumn(mapped, waveAt));
	const column = byDate && waveAt >= 0 ? waveAt : dateAt;
	const outcomeOf = (row: number): Outcome => {
		const day = mapped.date(row, column);
		const date = day?.date ?? null;
		const at = day ? `${day.date}T${day.time}` : '';
		if (stated !== null) {
			const elsewhere = day !== null && waveOfDate(project.waves, day.date) !== stated;
			return { time: { wave: stated, date, at }, issue: elsewhere ? 'wave-mismatch' : null, column };
		}
		if (!byDate) {
			const wave = waveNamed(project.waves, mapped.cell(row, waveAt) ?? '');
			if (wave === null) return { time: null, issue: 'missing-wave', column: waveAt };
			return { time: { wave, date, at }, issue: null, column };
		}
		if (date === null) {
			const issue = mapped.cell(row, column) === null ? 'missing-date' : 'unreadable-date';
			return { time: null, issue, column };
		}
		const wave = waveOfDate(project.waves, date);
		if (wave === null) return { time: null, issue: 'outside-waves', column };
		return { time: { wave, date, at }, issue: null, column };
	};
	const dateCodes = column < 0 ? null : cells.column(column).codes;
	const waveCodes = stated !== null || byDate ? null : cells.column(waveAt).codes;
	const outcomes: Outcome[][] = [];
	return (row) => {
		const ofWave = (outcomes[waveCodes?.[row] ?? 0] ??= []);
		return (ofWave[dateCodes?.[row] ?? 0] ??= outcomeOf(row));
	};
}

/** The wave of a source's rows as {@link rowTimes} finds it, without setting rows aside. */
export function rowWaves(mapped: MappedSource, project: Project): (row: number) => string | null {
	const outcomeOf = rowOutcomes(mapped, project);
	return (row) => outcomeOf(row).time?.wave ?? null;
}

/** Finds wave and date of a source's rows by its mapping; null where the row is set aside for want of them. */
export function rowTimes(mapped: MappedSource, project: Project): (row: number) => RowTime | null {
	const outcomeOf = rowOutcomes(mapped, project);
	return (row) => {
		const { time, issue, column } = outcomeOf(row);
		if (issue === null) return time;
		if (time) mapped.issue(issue, row, column, { wave: time.wave });
		else mapped.setAside(issue, row, column);
		return time;
	};
}

function isDateColumn(mapped: MappedSource, column: number): boolean {
	const role = mapped.source.columns.find(({ index }) => index === column);
	return role?.role === 'date' || role?.role === 'timestamp' || role?.field === 'date';
}
