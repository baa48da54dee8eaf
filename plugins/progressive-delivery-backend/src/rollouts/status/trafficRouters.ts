import { RolloutObject } from '../objects/kinds/rolloutObject';

const ROUTERS = [
  'istio',
  'nginx',
  'alb',
  'smi',
  'ambassador',
  'appMesh',
  'traefik',
  'apisix',
] as const;

/** What routes the traffic of a canary, plugins by their names; `undefined` without traffic routing. */
export function trafficRouters({ spec }: RolloutObject): string[] | undefined {
  const routing = spec.strategy.canary?.trafficRouting;
  return (
    routing && [
      ...ROUTERS.filter(router => routing[router] !== undefined),
      ...routing.plugins,
    ]
  );
}
