import { Application } from '../../targets/applications/application';
import { DeploymentObject } from './deploymentObject';
import { isTracked, NamedWorkload } from './namedWorkloads';
import { RolloutObject } from './rolloutObject';

/** A workload that is there. */
export type LiveObject =
  | { kind: 'Deployment'; object: DeploymentObject }
  | { kind: 'Rollout'; object: RolloutObject };

/**
 * Which of the workloads that are looked for are there and the Application's own.
 *
 * @returns `problems`: what is there and not shown, each a sentence
 */
export function pickLive(
  { application, named }: { application?: Application; named: NamedWorkload[] },
  find: (workload: NamedWorkload) => LiveObject | undefined,
): { workloads: LiveObject[]; problems: string[] } {
  const problems: string[] = [];
  const workloads = named.flatMap(workload => {
    const { kind, name, namespace } = workload;
    const live = find(workload);
    if (!live) {
      return [];
    }
    if (
      workload.needsTracking &&
      !(application && isTracked(application, workload, live.object))
    ) {
      // Of what Argo CD may not see, not even the existence is told.
      if (workload.seenLive) {
        problems.push(
          `${kind} ${name} in namespace ${namespace} is not shown: it is outside of the Application's own namespace, and has no tracking id that shows that it belongs to it (Argo CD's application.resourceTrackingMethod "annotation").`,
        );
      }
      return [];
    }
    return [live];
  });
  return { workloads, problems };
}
