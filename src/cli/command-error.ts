/** The command cannot go on, and the message says why and what to do; shown without a stack trace. */
export class CommandError extends Error {}
