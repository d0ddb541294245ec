import type { DataIssueCode, SourceCount } from '$lib/model/dataset';
import type { Column, ColumnRole, Project, Source } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { columnName } from '$lib/ingest/reading/column-names';
import { foldKey, foldSpaces } from '$lib/ingest/values/folding';
import { isMissingToken } from '$lib/ingest/values/missing';
import { parseDate } from '$lib/ingest/values/dates';
import type { Cells } from '$lib/model/reading';
import type { IssueList, IssuePlace } from './issues';

/** Date and time of a cell; `time` is '' where it has none. */
interface Day {
	date: string;
	time: string;
}

function answerIn(text: string): string | null {
	return text === '' || isMissingToken(text) ? null : foldSpaces(text);
}

function dayIn(text: string, dayFirst: boolean): Day | null {
	const found = text === '' ? null : parseDate(text, dayFirst);
	return found && { date: found.date, time: found.time ?? '' };
}

/** A source with its file: its rows, its columns by role or stated field, and a ledger of what becomes of each row. */
export class MappedSource {
	readonly cells: Cells;
	readonly count: SourceCount;
	readonly #answers: ((row: number) => string | null)[] = [];
	readonly #days: ((row: number) => Day | null)[] = [];
	readonly #ragged: ReadonlySet<number>;

	constructor(
		readonly index: number,
		readonly source: Source,
		readonly file: ReadFile,
		readonly issues: IssueList
	) {
		const { reading } = file;
		this.cells = reading.cells;
		const { roles: decided } = source.reading;
		this.#ragged = new Set(
			reading.ragged.filter((row) => decided?.[String(reading.cells.line(row))] !== 'imported')
		);
		const inFile = Object.values(reading.counts).reduce((sum, rows) => sum + rows, 0);
		this.count = {
			source: index,
			sha256: source.sha256,
			name: source.name,
			inFile,
			imported: 0,
			setAside: reading.counts['set-aside'] + reading.counts['other-table'],
			duplicates: 0,
			roles: { ...reading.counts },
			reasons: {}
		};
	}

	/** Index of the first column with one of the roles, or of the stated field of that name; -1 where there is none. */
	column(...roles: (ColumnRole | string)[]): number {
		for (const role of roles) {
			const found = this.source.columns.find(
				(column) => column.role === role || (column.role === 'field' && column.field === role)
			);
			if (found) return found.index;
		}
		return -1;
	}

	columnsOf(role: ColumnRole): Column[] {
		return this.source.columns.filter((column) => column.role === role);
	}

	/** Cell text with spaces folded, or null where the column is absent or holds no answer. */
	cell(row: number, column: number): string | null {
		if (column < 0) return null;
		return (this.#answers[column] ??= this.#lookup(column, answerIn))(row);
	}

	/** What `of` makes of a column's answers ({@link cell}), each distinct text taken once; of null where there is no column. */
	lookup<Value>(column: number, of: (answer: string | null) => Value): (row: number) => Value {
		if (column >= 0) return this.#lookup(column, (text) => of(answerIn(text)));
		const value = of(null);
		return () => value;
	}

	#lookup<Value>(column: number, of: (text: string) => Value): (row: number) => Value {
		const { texts, codes } = this.cells.column(column);
		const values = texts.map(of);
		return (row) => values[codes[row] as number] as Value;
	}

	/** Date and time of a cell; null where it is no date. */
	date(row: number, column: number): Day | null {
		if (column < 0) return null;
		const dayFirst = this.source.answers.dayFirst ?? true;
		return (this.#days[column] ??= this.#lookup(column, (text) => dayIn(text, dayFirst)))(row);
	}

	place(row: number, column = -1): IssuePlace {
		const line = this.cells.line(row);
		if (column < 0) return { line };
		return {
			line,
			column: column + 1,
			name: columnName(this.file.reading.header, column),
			text: this.cells.text(row, column) ?? ''
		};
	}

	issue(code: DataIssueCode, row: number, column = -1, params: Record<string, string | number> = {}): void {
		this.issues.add(this.index, code, this.place(row, column), params);
	}

	/** Sets a row aside for a reason, and says so. */
	setAside(code: DataIssueCode, row: number, column = -1): void {
		this.issue(code, row, column);
		this.count.reasons[code] = (this.count.reasons[code] ?? 0) + 1;
		this.count.setAside += 1;
	}

	/** True where the cells of a row fit the header, or the user said that they do. */
	fits(row: number): boolean {
		return !this.#ragged.has(row);
	}

	/** Sets aside a row whose cells do not fit the header, until the user confirmed it; true where that happened. */
	isRagged(row: number): boolean {
		if (this.#ragged.size === 0 || !this.#ragged.has(row)) return false;
		this.setAside('ragged-row', row);
		return true;
	}

	/** Rows that nothing was taken from because the mapping is not finished. */
	get unused(): boolean {
		return (
			this.count.imported === 0 && this.count.duplicates === 0 && Object.keys(this.count.reasons).length === 0
		);
	}
}

/** The sources whose files are at hand, each with its place in the project. */
export function mapSources(files: readonly ReadFile[], project: Project, issues: IssueList): MappedSource[] {
	const byHash = new Map(files.map((file) => [file.sha256, file] as const));
	return project.sources.flatMap((source, index) => {
		const file = byHash.get(source.sha256);
		return file ? [new MappedSource(index, source, file, issues)] : [];
	});
}

/** Shown spelling of a group's value: an accepted alias, else the text with its spaces folded. */
export function aliasOf(project: Project): (kind: string, text: string) => string {
	const aliases = new Map(
		project.aliases.map((alias) => [`${alias.kind} ${foldKey(alias.from)}`, alias.to] as const)
	);
	const exact = new Map(
		project.aliases.map((alias) => [`${alias.kind} ${foldSpaces(alias.from)}`, alias.to] as const)
	);
	return (kind, text) => {
		const shown = foldSpaces(text);
		return exact.get(`${kind} ${shown}`) ?? aliases.get(`${kind} ${foldKey(text)}`) ?? shown;
	};
}
