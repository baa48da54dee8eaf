import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest } from '../../../variants/manifests/manifests';

type Path = (string | number)[];

/** What a Rollout names, and its controller looks up before it does anything. */
export interface RolloutReference {
  kind: string;
  name: string;
  /** Where it is named, such as `spec.strategy.canary.stableService`. */
  field: string;
}

const STRATEGY: Path = ['spec', 'strategy'];
const CANARY: Path = [...STRATEGY, 'canary'];
const BLUE_GREEN: Path = [...STRATEGY, 'blueGreen'];
const ROUTING: Path = [...CANARY, 'trafficRouting'];

/** The Services of a Rollout (argo-rollouts v1.10 rollout/controller.go getReferencedServices). */
export function servicesNamed(rollout: Manifest): RolloutReference[] {
  return named(rollout, 'Service', [
    [...BLUE_GREEN, 'activeService'],
    [...BLUE_GREEN, 'previewService'],
    [...CANARY, 'stableService'],
    [...CANARY, 'canaryService'],
    [...CANARY, 'pingPong', 'pingService'],
    [...CANARY, 'pingPong', 'pongService'],
  ]);
}

/** Its AnalysisTemplates (getReferencedRolloutAnalyses), but for those that these name in turn. */
export function analysesNamed(rollout: Manifest): RolloutReference[] {
  const steps = itemsOf(rollout, [...CANARY, 'steps']);
  return [
    [...BLUE_GREEN, 'prePromotionAnalysis'],
    [...BLUE_GREEN, 'postPromotionAnalysis'],
    ...steps.map(path => [...path, 'analysis']),
    [...CANARY, 'analysis'],
  ].flatMap(analysis =>
    itemsOf(rollout, [...analysis, 'templates']).flatMap(path =>
      named(
        rollout,
        valueAt(rollout, [...path, 'clusterScope']) === true
          ? 'ClusterAnalysisTemplate'
          : 'AnalysisTemplate',
        [[...path, 'templateName']],
      ),
    ),
  );
}

/** What its traffic router writes into (getReferencedIngresses, GetReferencedVirtualServices, getAmbassadorMappings). */
export function routesNamed(rollout: Manifest): RolloutReference[] {
  const istio = [...ROUTING, 'istio'];
  return [
    ...named(rollout, 'Ingress', [
      [...ROUTING, 'nginx', 'stableIngress'],
      ...itemsOf(rollout, [...ROUTING, 'nginx', 'stableIngresses']),
      [...ROUTING, 'alb', 'ingress'],
      ...itemsOf(rollout, [...ROUTING, 'alb', 'ingresses']),
    ]),
    ...named(rollout, 'VirtualService', [
      [...istio, 'virtualService', 'name'],
      ...itemsOf(rollout, [...istio, 'virtualServices']).map(path => [
        ...path,
        'name',
      ]),
    ]),
    ...named(
      rollout,
      'Mapping',
      itemsOf(rollout, [...ROUTING, 'ambassador', 'mappings']),
    ),
  ];
}

function named(
  rollout: Manifest,
  kind: string,
  paths: Path[],
): RolloutReference[] {
  return paths.flatMap(path => {
    const name = valueAt(rollout, path);
    return typeof name === 'string' && name !== ''
      ? [{ kind, name, field: formatFieldPath(path) }]
      : [];
  });
}

function itemsOf(rollout: Manifest, path: Path): Path[] {
  return partsOf(valueAt(rollout, path)).map(([index]) => [...path, index]);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(
    (part, key) =>
      Array.isArray(part) && typeof key === 'number'
        ? part.at(key)
        : fieldOf(part, String(key)),
    value,
  );
}
