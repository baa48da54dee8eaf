/** How often what is watched is published and read again; all in milliseconds. */
export interface EntityWatchTiming {
  /** Between two statuses of a workload for what it owns. */
  projectAtMost: number;
  /** How long the state of a target may be another one without being published. */
  patience: number;
  /** Between two readings of the targets, however often their Applications change. */
  resolveAtMost: number;
  /** After how long the targets are read again although nothing has changed. */
  resolveEvery: number;
}

export const entityWatchTiming: EntityWatchTiming = {
  projectAtMost: 100,
  patience: 250,
  resolveAtMost: 1_000,
  resolveEvery: 60_000,
};
