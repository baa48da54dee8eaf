import { isDeepStrictEqual } from 'node:util';
import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../../yaml';
import { obstacle } from '../../texts/AdoptionText';
import { switchValues } from '../../values/editValues';
import { RenderedPair } from './compareOff';
import { differences, FieldPath, valueAt, writePath } from './differences';
import { pairObjects } from './pairObjects';
import { keyOf, nameOf, RenderedObject } from './RenderedObject';
import { saysTheSame } from './saysTheSame';
import { scaledUnknown } from '../scaledWorkloads';

/** What a workload is with the switch on. */
export const ROLLOUT = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' };
const { canarySteps, maxSurge, maxUnavailable } = switchValues;
const STRATEGY = { canary: { maxSurge, maxUnavailable, steps: canarySteps } };

/**
 * What a chart renders with the switch on, beside what it does with it off: a Rollout of the same name, labels, selector
 * and pod template, and nothing else is different but what points at it.
 *
 * @param pair.before - with the switch off
 * @param pair.after - with it on
 */
export function compareOn(pair: RenderedPair): AdoptionObstacle[] {
  const { after, before, isAdopted, values } = pair;
  const paired = pairObjects(before, after, object =>
    keyOf(object, isAdopted(object) ? ROLLOUT : object),
  );
  if (paired.state === 'unpaired') {
    const { object } = paired;
    return [obstacle('changedWhenOn', { object, path: 'kind', values })];
  }
  const names = new Set(before.filter(isAdopted).map(({ name }) => name));
  const deployments = new Set(
    after.filter(({ kind }) => kind === 'Deployment').map(({ name }) => name),
  );
  return [
    ...paired.pairs.flatMap(([object, now]) =>
      isAdopted(object)
        ? compareWorkload(object, now, pair)
        : compareOther(object, now, { ...pair, deployments, names }),
    ),
    ...scaledUnknown(before).map(({ name, scaler }) =>
      obstacle('scalesUnknown', { object: nameOf(scaler), name, values }),
    ),
  ];
}

function compareWorkload(
  object: RenderedObject,
  now: RenderedObject,
  { values, varies }: RenderedPair,
): AdoptionObstacle[] {
  const parameters = { object: nameOf(object), values };
  if (
    !isDeepStrictEqual(valueAt(now.content, ['spec', 'strategy']), STRATEGY)
  ) {
    return [obstacle('notARollout', parameters)];
  }
  const replicas = valueAt(now.content, ['spec', 'replicas']);
  return [
    ...differences(object.content, now.content)
      .filter(
        path =>
          !varies(object, path) &&
          !['apiVersion', 'kind'].includes(path.join('.')) &&
          !(path[0] === 'spec' && path[1] === 'strategy'),
      )
      .map(path =>
        obstacle('changedWhenOn', { ...parameters, path: writePath(path) }),
      ),
    ...(Number.isInteger(replicas)
      ? []
      : [obstacle('replicasMissing', parameters)]),
  ];
}

function compareOther(
  object: RenderedObject,
  now: RenderedObject,
  options: RenderedPair & {
    deployments: ReadonlySet<string>;
    names: ReadonlySet<string>;
  },
): AdoptionObstacle[] {
  const { deployments, names, values, varies } = options;
  const follows = (path: FieldPath) => {
    const target = valueAt(now.content, path.slice(0, -1));
    return (
      isMapping(target) &&
      names.has(String(target.name)) &&
      target.kind === ROLLOUT.kind &&
      target.apiVersion === ROLLOUT.apiVersion &&
      ['apiVersion', 'kind'].includes(String(path.at(-1)))
    );
  };
  const saysSo = (path: FieldPath) => {
    const [was, is] = [object, now].map(({ content }) =>
      valueAt(content, path),
    );
    return (
      typeof was === 'string' &&
      typeof is === 'string' &&
      saysTheSame(was, is, deployments)
    );
  };
  return [
    ...differences(object.content, now.content)
      .filter(
        path =>
          !varies(object, path) &&
          !follows(path) &&
          !saysSo(path) &&
          !allowsRollouts(object, now, path),
      )
      .map(path =>
        obstacle('changedWhenOn', {
          object: nameOf(object),
          path: writePath(path),
          values,
        }),
      ),
    ...pointedAt(now.content)
      .filter(name => names.has(name))
      .map(name =>
        obstacle('stillPointsAt', { object: nameOf(object), name, values }),
      ),
  ];
}

/** Whether a rule of a role is about Rollouts, too, where it was about Deployments. */
function allowsRollouts(
  object: RenderedObject,
  now: RenderedObject,
  path: FieldPath,
): boolean {
  const [was, is] = [object, now].map(({ content }) => valueAt(content, path));
  if (
    !['ClusterRole', 'Role'].includes(object.kind) ||
    path.length !== 3 ||
    path[0] !== 'rules' ||
    !Array.isArray(was)
  ) {
    return false;
  }
  const more =
    path[2] === 'apiGroups'
      ? ['argoproj.io']
      : was
          .filter(each => /^deployments\b/.test(String(each)))
          .map(each => String(each).replace('deployments', 'rollouts'));
  return isDeepStrictEqual(is, [...was, ...more]);
}

/** The Deployments that an object names. A ScaledObject of KEDA means one where it does not say what it scales. */
function pointedAt(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(each => pointedAt(each));
  }
  if (!isMapping(value)) {
    return [];
  }
  const { deploymentName, kind, name } = value;
  const isDeployment =
    kind === 'Deployment' || (key === 'scaleTargetRef' && (kind ?? '') === '');
  return [
    ...(isDeployment && typeof name === 'string' ? [name] : []),
    // As KEDA 1 had it.
    ...(key === 'scaleTargetRef' && typeof deploymentName === 'string'
      ? [deploymentName]
      : []),
    ...Object.entries(value).flatMap(([below, each]) => pointedAt(each, below)),
  ];
}
