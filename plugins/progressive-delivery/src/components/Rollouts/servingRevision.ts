import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The revision that has all traffic, where that is known and its pods can take it. */
export function servingRevision({
  revisions,
  strategy,
  trafficRouters,
  weight,
}: Pick<
  RolloutStatus,
  'revisions' | 'strategy' | 'trafficRouters' | 'weight'
>): number | undefined {
  const serving = revisions.find(
    ({ role }) => role === (strategy === 'blueGreen' ? 'active' : 'stable'),
  );
  if (!serving || serving.ready === 0) {
    return undefined;
  }
  const others = revisions.filter(each => each !== serving);
  const hasAll =
    strategy === 'blueGreen' ||
    (strategy === 'canary' &&
      (trafficRouters
        ? weight?.actual === 0
        : // Without traffic routing, traffic goes to whatever pod is ready.
          others.every(({ ready }) => ready === 0)));
  return hasAll ? serving.revision : undefined;
}
