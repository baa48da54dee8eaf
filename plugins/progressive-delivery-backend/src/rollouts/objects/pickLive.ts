import {
  Problem,
  RolloutStatus,
  toMessage,
  unreadableRolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeploymentObject } from './kinds/deploymentObject';
import { belongsTo, NamedWorkload } from './namedWorkloads';
import { RolloutObject } from './kinds/rolloutObject';
import { unreadableWorkload } from './unreadable';

/** A workload that is there. */
export type LiveObject =
  | { kind: 'Deployment'; object: DeploymentObject }
  | { kind: 'Rollout'; object: RolloutObject };

/** What is there under the name of a workload: it, or why it cannot be read. */
export type FoundObject = LiveObject | { unreadable: string };

/**
 * Which of the workloads that are looked for are there and the Application's own.
 *
 * @returns `unreadable`: those that are there and cannot be read; `problems`: what is there and not shown
 */
export function pickLive(
  { instanceName, named }: { instanceName?: string; named: NamedWorkload[] },
  find: (workload: NamedWorkload) => FoundObject | undefined,
): {
  workloads: LiveObject[];
  unreadable: RolloutStatus[];
  problems: Problem[];
} {
  const unreadable: RolloutStatus[] = [];
  const problems: Problem[] = [];
  const workloads = named.flatMap(workload => {
    const { kind, name, namespace } = workload;
    const live = find(workload);
    if (!live) {
      return [];
    }
    if ('unreadable' in live) {
      if (!workload.needsTracking || workload.seenLive) {
        unreadable.push(
          unreadableRolloutStatus(
            workload,
            unreadableWorkload(workload, live.unreadable),
          ),
        );
      }
      return [];
    }
    if (!belongsTo(instanceName, workload, live.object)) {
      // Not even that it exists is reported of what Argo CD may not see.
      if (workload.seenLive) {
        problems.push(
          toMessage('problem', {
            id: workload.needsTracking ? 'untracked' : 'otherApplication',
            parameters: { kind, name, namespace },
          }),
        );
      }
      return [];
    }
    return [live];
  });
  return { workloads, unreadable, problems };
}
