import { Entity } from '@backstage/catalog-model';
import { HostAccount } from '../gitHosts/GitHost';

/**
 * The login of a user at a Git host, by what Backstage's entity providers for organizations annotate (GitLab's with the
 * address of the user's page); otherwise the user's name.
 */
export function loginOf(
  user: Entity,
  { host, product }: Pick<HostAccount, 'host' | 'product'>,
): string {
  const { annotations = {}, name } = user.metadata;
  const login =
    annotations[`${host}/user-login`] ??
    (product === 'GitHub' ? annotations['github.com/user-login'] : undefined);
  return login?.replace(/\/+$/, '').split('/').at(-1) || name;
}
