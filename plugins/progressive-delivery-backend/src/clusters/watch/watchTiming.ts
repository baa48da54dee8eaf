/** How patient watching is; all in milliseconds. */
export interface WatchTiming {
  /** After how long an API server ends a watch by itself; also how long our token for it is in use. */
  watch: number;
  /** How much later than that a watch that has not ended is taken for dead. */
  grace: number;
  /** A watch that has not been refused for so long has been accepted: nothing else tells. */
  accept: number;
  /** Between two looks whether a cluster still answers, while it does. */
  probe: number;
  /** The same while it does not. */
  probeLost: number;
  /** How long one look may take. */
  probeTimeout: number;
  /** The first wait before something is tried again, and the longest. */
  retry: { first: number; longest: number };
  /** For how long watches have to be refused until that is taken for a rule of the cluster. */
  refusal: number;
  /** Between two lists where a cluster does not allow to watch. */
  relist: number;
  /** How long a watch goes on after the last who looked has left. */
  linger: number;
}

/**
 * The Kubernetes plugin's proxy passes on neither that an API server has gone nor that it has taken a watch, so both the
 * looks and the end that a watch must come to are how a dead one is noticed. An API server that is killed is away for a
 * second at least: a look meets a closed port, or the first refusals, or has to wait. One of several, or a connection that
 * is lost on the way while others are not, is noticed by the end alone.
 */
export const watchTiming: WatchTiming = {
  watch: 20_000,
  grace: 2_000,
  accept: 1_000,
  probe: 500,
  probeLost: 250,
  probeTimeout: 5_000,
  retry: { first: 100, longest: 15_000 },
  refusal: 5_000,
  relist: 10_000,
  linger: 30_000,
};

/** How long to wait after so many failures in a row: doubling up to the longest, half of it by chance. */
export function retryDelay(
  failures: number,
  { first, longest }: WatchTiming['retry'],
  random: () => number = Math.random,
): number {
  if (failures === 0) {
    return 0;
  }
  const delay = Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
  return delay / 2 + (delay / 2) * random();
}
