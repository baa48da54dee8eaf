import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest } from '../../../variants/manifests/manifests';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { movedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { keptApart } from './keptApart';

const HOST_NAME = 'kubernetes.io/hostname';

/**
 * Old and new pods can run at the same time: that is what the switch, and each canary after it, takes. Where they only
 * cannot share a node, that depends on how many there are, which is not read: a node says more of a cluster than this
 * check is worth.
 */
export const podsCoexist = preflightCheck({
  id: 'pods-coexist',
  severity: 'block',
  pieces: [],
  run: ({ after, moved }) =>
    moved.flatMap((each): Found[] => {
      const { becomes, name: workload } = each;
      const object = movedObject(each);
      const together = apart(each);
      const impossible = [
        ...excluding(each, after),
        ...(isOnOneNode(each.after) ? together : []),
      ];
      return [
        ...impossible.map(
          (because): Found => ({
            object,
            message: 'cannotCoexist',
            parameters: { workload, becomes, because },
          }),
        ),
        ...together
          .filter(because => !impossible.includes(because))
          .slice(0, 1)
          .map(
            (because): Found => ({
              object,
              severity: 'warn',
              message: 'cannotShareNodes',
              parameters: {
                workload,
                becomes,
                because,
                pods: replicasOf(each.before) + replicasOf(each.after),
              },
            }),
          ),
      ];
    }),
});

/** What no number of nodes helps with. */
function excluding({ after, before }: MovedWorkload, all: Manifest[]) {
  const found: Reason[] = [];
  if (fieldOf(fieldOf(before.spec, 'strategy'), 'type') === 'Recreate') {
    found.push(
      toMessage('reason', { id: 'strategyRecreates', parameters: {} }),
    );
  }
  for (const [, volume] of partsOf(
    fieldOf(renderedPodSpec(after), 'volumes'),
  )) {
    const claim = fieldOf(
      fieldOf(volume, 'persistentVolumeClaim'),
      'claimName',
    );
    const rendered = all.find(
      ({ kind, metadata }) =>
        kind === 'PersistentVolumeClaim' &&
        metadata.name === claim &&
        metadata.namespace === after.metadata.namespace,
    );
    const modes = partsOf(fieldOf(rendered?.spec, 'accessModes')).map(
      ([, mode]) => mode,
    );
    const exclusive = modes.find(
      mode => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod',
    );
    if (
      exclusive &&
      !modes.some(mode => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany')
    ) {
      found.push(
        toMessage('reason', {
          id: 'claimIsExclusive',
          parameters: { claim: String(claim), mode: String(exclusive) },
        }),
      );
    }
  }
  return found;
}

/** Why two of these pods cannot run on one node. */
function apart(workload: MovedWorkload): Reason[] {
  const ports = partsOf(
    fieldOf(renderedPodSpec(workload.after), 'containers'),
  ).flatMap(([, container]) =>
    partsOf(fieldOf(container, 'ports')).flatMap(([, port]) => {
      const hostPort = fieldOf(port, 'hostPort');
      return typeof hostPort === 'number' && hostPort > 0
        ? [
            toMessage('reason', {
              id: 'takesNodePort' as const,
              parameters: {
                container: String(fieldOf(container, 'name')),
                port: hostPort,
              },
            }),
          ]
        : [];
    }),
  );
  return [
    ...ports,
    ...keptApart(workload).map(topologyKey =>
      toMessage('reason', {
        id: 'keptApart' as const,
        parameters: { topologyKey },
      }),
    ),
  ];
}

/** Whether its pods say by name which node they run on. */
function isOnOneNode(workload: Manifest): boolean {
  const pod = renderedPodSpec(workload);
  return (
    fieldOf(pod, 'nodeName') !== undefined ||
    fieldOf(fieldOf(pod, 'nodeSelector'), HOST_NAME) !== undefined
  );
}

function replicasOf({ spec }: Manifest): number {
  const replicas = fieldOf(spec, 'replicas');
  return typeof replicas === 'number' ? replicas : 1;
}
