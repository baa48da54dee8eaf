/** Milliseconds: of what is to wait longer, Node's timers make one millisecond. */
export const LONGEST_TIMER = 2 ** 31 - 1;
