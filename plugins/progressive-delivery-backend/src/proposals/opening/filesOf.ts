import { ValuesEdit } from '@progressive-delivery/engine';
import { ProposedFiles } from '../branches/publishProposal';

/** What the edit of a values file publishes. */
export function filesOf({
  after,
  branch,
  commit,
  file,
  repository,
}: ValuesEdit): ProposedFiles {
  return {
    repository,
    base: { branch, commit },
    files: new Map([[file, after]]),
  };
}
