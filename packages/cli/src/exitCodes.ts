/** With what the commands end. */
export const exitCodes = {
  /** What was asked for is there. */
  done: 0,
  /** The chart cannot be prepared, or the preview has findings that it is to fail on. */
  refused: 1,
  /** The command was called wrongly, something that it needs is missing, or there is no preview. */
  failed: 2,
  /** Nobody has read what was printed to its end: 128 + SIGPIPE, as shells say of other programs. */
  unread: 141,
} as const;
