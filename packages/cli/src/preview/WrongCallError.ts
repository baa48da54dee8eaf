/** The command was called in a way that means nothing: there is nothing to report. */
export class WrongCallError extends Error {}
