import { HostUnavailable } from '../../proposals/gitHosts/HostResult';

/** Who a Git host knows Backstage as. */
export type HostIdentity =
  | { state: 'missing' }
  | { state: 'refused' }
  /** It could not be asked. */
  | { state: 'unavailable'; because: HostUnavailable['because'] }
  | {
      state: 'known';
      account: string;
      /** Those of the token, or the permissions of a GitHub App; absent where the host does not tell. */
      scopes?: string[];
    };
