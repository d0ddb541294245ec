import { serveBareRead } from './bare-read';

/** DuckDB finds out by itself how the file is cut and what type each column has. */
void serveBareRead(`header = true`);
