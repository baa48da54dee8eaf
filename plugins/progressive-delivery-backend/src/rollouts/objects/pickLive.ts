import { DeploymentObject } from './deploymentObject';
import { belongsTo, NamedWorkload } from './namedWorkloads';
import { RolloutObject } from './rolloutObject';
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
 * @returns `problems`: what is there and not shown, each a sentence
 */
export function pickLive(
  { instanceName, named }: { instanceName?: string; named: NamedWorkload[] },
  find: (workload: NamedWorkload) => FoundObject | undefined,
): { workloads: LiveObject[]; problems: string[] } {
  const problems: string[] = [];
  const workloads = named.flatMap(workload => {
    const { kind, name, namespace } = workload;
    const live = find(workload);
    if (!live) {
      return [];
    }
    if ('unreadable' in live) {
      if (!workload.needsTracking || workload.seenLive) {
        problems.push(unreadableWorkload(workload, live.unreadable));
      }
      return [];
    }
    if (!belongsTo(instanceName, workload, live.object)) {
      // Of what Argo CD may not see, not even the existence is told.
      if (workload.seenLive) {
        problems.push(
          `${kind} ${name} in namespace ${namespace} is not shown: ${
            workload.needsTracking
              ? `it is outside of the Application's own namespace, and has no tracking id that shows that it belongs to it (Argo CD's application.resourceTrackingMethod "annotation")`
              : 'its tracking id says that it belongs to another Application'
          }.`,
        );
      }
      return [];
    }
    return [live];
  });
  return { workloads, problems };
}
