import { InputError } from '@backstage/errors';
import { ProposalRequest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ValuesEdit } from '@progressive-delivery/engine';
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
  const because =
    last?.state === 'merged'
      ? `, since pull request #${last.number} was merged${
          last.endedBy ? ` by ${last.endedBy}` : ''
        } (${last.url})`
      : '';
  return new InputError(
    `${request.switch} is ${request.enabled ? 'on' : 'off'} in ${
      edit.file
    } already, at ${edit.commit.slice(0, 8)}${because}: nothing to propose`,
  );
}
