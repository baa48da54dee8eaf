import {
  Problem,
  toMessage,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget } from '@progressive-delivery/engine';

const MOST_NAMED = 10;

/** What was looked for where none of it is there. */
export function nothingRuns(
  target: DeliveryTarget,
  lookedFor: { kind: WorkloadKind; namespace: string; name: string }[],
): Problem {
  const application =
    target.kind === 'application'
      ? target.application.metadata.name
      : undefined;
  if (lookedFor.length === 0) {
    return application === undefined
      ? toMessage('problem', { id: 'overlayEmpty', parameters: {} })
      : toMessage('problem', {
          id: 'applicationEmpty',
          parameters: { application },
        });
  }
  const workloads = [
    ...lookedFor
      .slice(0, MOST_NAMED)
      .map(({ kind, name, namespace }) => `${kind} ${namespace}/${name}`),
    ...(lookedFor.length > MOST_NAMED ? ['…'] : []),
  ];
  return application === undefined
    ? toMessage('problem', {
        id: 'nothingOfOverlay',
        parameters: { workloads },
      })
    : toMessage('problem', {
        id: 'nothingOfApplication',
        parameters: { application, workloads },
      });
}
