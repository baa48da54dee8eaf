import { WatchTiming } from '../watchTiming';

/** So fast that tests need not wait, and no look at the cluster unless a test asks for it. */
export const impatientTiming: WatchTiming = {
  watch: 30_000,
  grace: 0,
  accept: 30,
  probe: 30_000,
  probeLost: 10,
  probeTimeout: 1_000,
  retry: { first: 4, longest: 20 },
  refusal: 10,
  relist: 20,
  linger: 20,
};
