import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod/v4';

/** Characters of what Gitea says that are kept. */
const KEPT_MESSAGE = 300;

const messageSchema = z
  .object({ message: z.string() })
  .transform(({ message }) => message);

/** Who lacks which permission where, or what else Gitea refuses, from a status code other than a 2xx. */
export function giteaRefusal(refused: {
  host: string;
  /** Whose the credentials are; absent where they are a token. */
  username?: string;
  repository: string;
  /** As in "may not open a pull request". */
  action: string;
  status: number;
  body: unknown;
}): ServiceUnavailableError {
  const { action, body, host, repository, status, username } = refused;
  const account = username
    ? `account ${username} of integrations.gitea`
    : 'account of integrations.gitea';
  const said = messageSchema.safeParse(body).data?.slice(0, KEPT_MESSAGE);
  const because = said ? ` (Gitea said: ${said})` : '';
  return new ServiceUnavailableError(
    sentence(status, { account, action, host, repository, because }),
  );
}

function sentence(
  status: number,
  names: {
    account: string;
    action: string;
    host: string;
    repository: string;
    because: string;
  },
): string {
  const { account, action, because, host, repository } = names;
  switch (status) {
    case 401:
      return `Gitea at ${host} does not accept the credentials in integrations.gitea: replace the token or password${because}`;
    case 403:
      return `The ${account} may not ${action} in ${repository}: give it write access to the repository, and the scope write:repository if it uses a token${because}`;
    case 404:
      return `Gitea at ${host} could not ${action} in ${repository}: the repository does not exist, its pull requests are disabled, or the ${account} has no access to it${because}`;
    case 423:
      return `${repository} is archived, so nobody can ${action} there: unarchive it, or deliver from another repository${because}`;
    default:
      return `Gitea at ${host} could not ${action} in ${repository} (status ${status})${because}`;
  }
}
