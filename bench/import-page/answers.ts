const ITEMS = 50;

/** Answers in a table of the bench's files: one per row of the long shape, fifty per row of the wide one. */
export const answersOf = (columns: number, rows: number) => (columns > ITEMS ? rows * ITEMS : rows);
