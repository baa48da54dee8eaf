import { InputError } from '@backstage/errors';
import { ProposalRequest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError, ValuesEdit } from '@progressive-delivery/engine';
import { GitHost } from '../gitHosts/GitHost';

/** There is nothing to propose, and which pull request has brought that about, where the Git host tells. */
export async function alreadySet(
  {
    branch,
    edit,
    request,
  }: { request: ProposalRequest; edit: ValuesEdit; branch: string },
  gitHostOf: (repository: string) => Pick<GitHost, 'find'>,
): Promise<InputError> {
  const found = await gitHostOf(edit.repository).find({
    repository: edit.repository,
    base: edit.branch,
    branches: new Set([branch]),
  });
  const last = found.outcome === 'found' ? found.value[0] : undefined;
  const now = {
    switch: request.switch,
    value: String(request.enabled),
    file: edit.file,
    commit: edit.commit.slice(0, 8),
  };
  if (last?.state !== 'merged') {
    return problemError(InputError, { id: 'alreadySet', parameters: now });
  }
  const { endedBy: by, number, url } = last;
  const merged = { ...now, number, url };
  return problemError(
    InputError,
    by
      ? { id: 'alreadySetByMergeOf', parameters: { ...merged, by } }
      : { id: 'alreadySetByMerge', parameters: merged },
  );
}
