import { serveBareRead } from './bare-read';

/** Everything stays text, and DuckDB is told how the file is cut. */
void serveBareRead(
	`all_varchar = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', header = true`
);
