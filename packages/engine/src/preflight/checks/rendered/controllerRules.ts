import { isMapping } from '../../../yaml/isMapping';
import { ReasonContent } from '../../../cannotPreview';
import { fieldOf, partsOf } from '../../../variants/manifests/fields';

/** A rule of the controller that a Rollout breaks. */
export interface BrokenRule {
  path: (string | number)[];
  /** As in "must be ...". */
  rule: ReasonContent;
}

/** Of these a step has one only; the controller does not mind others beside them (`hasMultipleStepsType`). */
const EXCLUSIVE = ['setWeight', 'pause', 'experiment', 'analysis'];

const STEPS = [
  'setWeight',
  'pause',
  'experiment',
  'analysis',
  'setCanaryScale',
  'setHeaderRoute',
  'setMirrorRoute',
  'plugin',
];

const CANARY = ['spec', 'strategy', 'canary'];

/**
 * The rules of argo-rollouts v1.10 pkg/apis/rollouts/validation/validation.go that decide by the Rollout alone
 * (`ValidateRolloutSpec`, `ValidateRolloutStrategy*`), but for those of pods, which a Deployment shares.
 */
export function brokenRules(spec: unknown): BrokenRule[] {
  const strategy = fieldOf(spec, 'strategy');
  const canary = fieldOf(strategy, 'canary') ?? undefined;
  const blueGreen = fieldOf(strategy, 'blueGreen') ?? undefined;
  return [
    ...ofSpec(spec),
    ...when(
      canary === undefined && blueGreen === undefined,
      ['spec', 'strategy'],
      {
        id: 'mustHaveOneOf',
        parameters: { allowed: ['canary', 'blueGreen'] },
      },
    ),
    ...when(
      canary !== undefined && blueGreen !== undefined,
      ['spec', 'strategy'],
      {
        id: 'mustHaveOnlyOneOf',
        parameters: { allowed: ['canary', 'blueGreen'] },
      },
    ),
    ...(isMapping(canary) ? ofCanary(canary) : []),
    ...(isMapping(blueGreen) ? ofBlueGreen(blueGreen) : []),
  ];
}

function ofSpec(spec: unknown): BrokenRule[] {
  const workloadRef = fieldOf(spec, 'workloadRef');
  const selector = fieldOf(spec, 'selector');
  const deadline = numberOf(fieldOf(spec, 'progressDeadlineSeconds')) ?? 600;
  const ready = numberOf(fieldOf(spec, 'minReadySeconds')) ?? 0;
  return [
    ...when(
      workloadRef === undefined &&
        partsOf(fieldOf(selector, 'matchLabels')).length +
          partsOf(fieldOf(selector, 'matchExpressions')).length ===
          0,
      ['spec', 'selector'],
      { id: 'mustSelect', parameters: {} },
    ),
    ...when(
      workloadRef !== undefined &&
        partsOf(fieldOf(spec, 'template')).length > 0,
      ['spec', 'template'],
      { id: 'mustBeEmptyBeside', parameters: { other: 'workloadRef' } },
    ),
    ...when(deadline <= ready, ['spec', 'progressDeadlineSeconds'], {
      id: 'mustBeGreaterThan',
      parameters: { other: 'minReadySeconds' },
    }),
  ];
}

function ofCanary(canary: Record<string, unknown>): BrokenRule[] {
  const routing = canary.trafficRouting;
  const routed = routing !== undefined;
  const { canaryService, stableService } = canary;
  const pingPong = canary.pingPong !== undefined;
  const steps = Array.isArray(canary.steps) ? canary.steps : [];
  return [
    ...when(
      isZero(canary.maxSurge, '25%') && isZero(canary.maxUnavailable, '25%'),
      [...CANARY, 'maxSurge'],
      { id: 'mustNotBeZeroToo', parameters: { other: 'maxUnavailable' } },
    ),
    ...when(
      Boolean(canaryService) && canaryService === stableService,
      [...CANARY, 'stableService'],
      { id: 'mustDifferFrom', parameters: { other: 'canaryService' } },
    ),
    ...when(
      routed && !pingPong && needsServices(routing) && !stableService,
      [...CANARY, 'stableService'],
      { id: 'mustBeSetWith', parameters: { other: 'trafficRouting' } },
    ),
    ...when(
      routed && !pingPong && needsServices(routing) && !canaryService,
      [...CANARY, 'canaryService'],
      { id: 'mustBeSetWith', parameters: { other: 'trafficRouting' } },
    ),
    ...when(
      !routed && canary.scaleDownDelaySeconds !== undefined,
      [...CANARY, 'scaleDownDelaySeconds'],
      { id: 'takesOther', parameters: { other: 'trafficRouting' } },
    ),
    ...when(
      !routed && canary.dynamicStableScale === true,
      [...CANARY, 'dynamicStableScale'],
      { id: 'takesOther', parameters: { other: 'trafficRouting' } },
    ),
    ...when(
      routed &&
        canary.dynamicStableScale === true &&
        canary.scaleDownDelaySeconds !== undefined,
      [...CANARY, 'dynamicStableScale'],
      {
        id: 'mustNotBeSetBeside',
        parameters: { other: 'scaleDownDelaySeconds' },
      },
    ),
    ...steps.flatMap((step, index) =>
      ofStep(step, [...CANARY, 'steps', index], {
        routing,
        most: numberOf(fieldOf(routing, 'maxTrafficWeight')) ?? 100,
      }),
    ),
  ];
}

function ofStep(
  step: unknown,
  path: (string | number)[],
  { most, routing }: { routing: unknown; most: number },
): BrokenRule[] {
  const kinds = STEPS.filter(kind => (fieldOf(step, kind) ?? null) !== null);
  const exclusive = kinds.filter(kind => EXCLUSIVE.includes(kind));
  const weight = numberOf(fieldOf(step, 'setWeight'));
  const duration = fieldOf(fieldOf(step, 'pause'), 'duration');
  const routes = (['setHeaderRoute', 'setMirrorRoute'] as const).flatMap(
    kind => {
      const name = fieldOf(fieldOf(step, kind), 'name');
      return kinds.includes(kind) ? [{ kind, name }] : [];
    },
  );
  const managed = partsOf(fieldOf(routing, 'managedRoutes')).map(([, route]) =>
    fieldOf(route, 'name'),
  );
  return [
    ...when(kinds.length === 0, path, {
      id: 'mustHaveOneOf',
      parameters: { allowed: [...STEPS] },
    }),
    ...when(exclusive.length > 1, path, {
      id: 'mustHaveOnlyOneOf',
      parameters: { allowed: exclusive },
    }),
    ...when(
      weight !== undefined && (weight < 0 || weight > most),
      [...path, 'setWeight'],
      { id: 'mustBeWithin', parameters: { least: 0, most } },
    ),
    ...when(
      duration !== undefined && !isDuration(duration),
      [...path, 'pause', 'duration'],
      { id: 'mustBeDuration', parameters: {} },
    ),
    ...when(
      kinds.includes('setCanaryScale') && routing === undefined,
      [...path, 'setCanaryScale'],
      { id: 'takesOther', parameters: { other: 'trafficRouting' } },
    ),
    ...routes.flatMap(({ kind, name }) =>
      when(!managed.includes(name), [...path, kind, 'name'], {
        id: 'mustBeAmong',
        parameters: { other: 'trafficRouting.managedRoutes' },
      }),
    ),
  ];
}

function ofBlueGreen(blueGreen: Record<string, unknown>): BrokenRule[] {
  const { activeService, previewService } = blueGreen;
  return when(
    Boolean(activeService) && activeService === previewService,
    ['spec', 'strategy', 'blueGreen', 'previewService'],
    { id: 'mustDifferFrom', parameters: { other: 'activeService' } },
  );
}

/** Traffic routers of plugins may do without (`requireCanaryStableServices`). */
function needsServices(routing: unknown): boolean {
  const routers = partsOf(routing).map(([name]) => String(name));
  const own = [
    'alb',
    'smi',
    'apisix',
    'ambassador',
    'nginx',
    'appMesh',
    'traefik',
  ];
  const istio = fieldOf(routing, 'istio');
  const bySubsets =
    istio !== undefined && fieldOf(istio, 'destinationRule') !== undefined;
  return (
    own.some(name => routers.includes(name)) ||
    (istio !== undefined && !bySubsets)
  );
}

/** A whole number of seconds, or Go's `time.ParseDuration`; not negative. */
function isDuration(value: unknown): boolean {
  return typeof value === 'number'
    ? value >= 0
    : typeof value === 'string' &&
        value.length < 50 &&
        /^(\d+|(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+)$/.test(value);
}

function isZero(value: unknown, usual: string): boolean {
  const given = value ?? usual;
  return given === 0 || given === '0' || given === '0%';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function when(
  broken: boolean,
  path: (string | number)[],
  rule: ReasonContent,
): BrokenRule[] {
  return broken ? [{ path, rule }] : [];
}
