/** With what the commands end. */
export const exitCodes = {
  /** What was asked for is there. */
  done: 0,
  /** The chart cannot be prepared: why is on standard error. */
  refused: 1,
  /** The command was called wrongly, or something that it needs is missing. */
  failed: 2,
} as const;
