import { LineEdit } from '../templates/applyLineEdits';
import { editIdentity } from '../workloads/editIdentity';
import { SwitchOf } from '../workloads/SwitchOf';
import { Reference } from './readReferences';

/** Has what points at a workload follow its kind. */
export function editReference(
  { apiVersion, file, kind, root, section }: Reference,
  switchOf: SwitchOf,
): LineEdit[] {
  return editIdentity(
    file,
    { apiVersions: apiVersion === undefined ? [] : [apiVersion], kind },
    { switchOf, root, indent: section.indent, insertAt: section.start },
  );
}
