import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { Manifest } from '../../../variants/manifests/manifests';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';

/** Old and new pods can run at the same time: that is what the switch, and each canary after it, takes. */
export const podsCoexist = preflightCheck({
  id: 'pods-coexist',
  severity: 'block',
  pieces: [],
  run: ({ after, moved }) =>
    moved.flatMap(each =>
      reasons(each.before, each.after, after).map(because => ({
        object: movedObject(each),
        message: 'cannotCoexist',
        parameters: { workload: each.name, becomes: each.becomes, because },
      })),
    ),
});

function reasons(before: Manifest, after: Manifest, all: Manifest[]): string[] {
  const found: string[] = [];
  const pod = renderedPodSpec(after);
  if (fieldOf(fieldOf(before.spec, 'strategy'), 'type') === 'Recreate') {
    found.push('spec.strategy.type of the Deployment is Recreate');
  }
  for (const [, container] of partsOf(fieldOf(pod, 'containers'))) {
    for (const [, port] of partsOf(fieldOf(container, 'ports'))) {
      const hostPort = fieldOf(port, 'hostPort');
      if (typeof hostPort === 'number' && hostPort > 0) {
        found.push(
          `container ${String(
            fieldOf(container, 'name'),
          )} takes port ${hostPort} of its node (hostPort)`,
        );
      }
    }
  }
  for (const [, volume] of partsOf(fieldOf(pod, 'volumes'))) {
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
      found.push(`its volume claim ${String(claim)} is ${String(exclusive)}`);
    }
  }
  return found;
}
