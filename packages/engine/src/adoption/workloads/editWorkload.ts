import { LineEdit } from '../templates/applyLineEdits';
import { editAnnotations } from './editAnnotations';
import { editIdentity } from './editIdentity';
import { editReplicas } from './editReplicas';
import { editStrategy } from './editStrategy';
import { includeOf, SwitchOf } from './SwitchOf';
import { WorkloadTemplate } from './WorkloadTemplate';

/** Has the template of a Deployment render a Rollout where the switch is on, from the same pod template. */
export function editWorkload(
  workload: WorkloadTemplate,
  switchOf: SwitchOf,
): { edits: LineEdit[]; replicasAdded?: number } {
  const { apiVersions, blocks, file, kind, root } = workload;
  const first = Math.min(
    kind,
    ...apiVersions.filter(
      index => file.blocksAt(index).length === blocks.length,
    ),
  );
  const check = includeOf('checkProgressiveDelivery', switchOf, root);
  const replicas = editReplicas(workload);
  return {
    edits: [
      { at: first, remove: 0, insert: [`{{- ${check} }}`] },
      ...editIdentity(
        file,
        { apiVersions, kind },
        { switchOf, root, indent: 0, insertAt: kind },
      ),
      ...editAnnotations(workload, switchOf),
      ...replicas.edits,
      ...editStrategy(workload, switchOf),
    ],
    replicasAdded: replicas.added,
  };
}
