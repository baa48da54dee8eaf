import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GitError } from './GitCommand';

/** Why a remote does not take a push. */
export type PushRefusal =
  /** The branch is not where it was expected to be. */
  | 'branchMoved'
  | 'archived'
  /** The account may not push. */
  | 'forbidden'
  /** The credentials are not accepted. */
  | 'unauthorized'
  /** The repository takes signed commits only. */
  | 'unsigned'
  /** A rule, a hook or a branch protection refuses it. */
  | 'rule';

/** A remote that can be read does not take a push. */
export class PushRefusedError extends Error {
  constructor(
    readonly because: PushRefusal,
    /** In the words of git and of the remote. */
    readonly said: string,
  ) {
    super(said);
    this.name = 'PushRefusedError';
  }
}

/** The first that matches is what it is. */
const SAYINGS: [PushRefusal, RegExp][] = [
  [
    'branchMoved',
    /stale info|fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref/i,
  ],
  ['archived', /archived/i],
  [
    'unsigned',
    /must (be signed|have (a )?(valid|verified) signatures?)|(require|only accept)\w* (verified|signed)|unsigned|unverified/i,
  ],
  [
    'forbidden',
    /error: 403|Forbidden|access denied|denied to|Write access|not allowed to (push code|upload)|permission denied/i,
  ],
  ['unauthorized', /could not read (Username|Password)|Authentication failed/i],
  ['rule', /hook declined|protected branch|remote rejected/i],
];

/** What it means that a push failed; `undefined` where something else is wrong. */
export function pushRefused(error: GitError): PushRefusedError | undefined {
  const said = visibleText(error.stderr);
  const [because] = SAYINGS.find(([, saying]) => saying.test(said)) ?? [];
  return because && new PushRefusedError(because, said);
}
