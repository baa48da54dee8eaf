import {
  Comparison,
  Finding,
  ProposalRequest,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  assertSeen,
  DeliveryTarget,
  PreflightAsker,
  ValuesEdit,
} from '@progressive-delivery/engine';
import { ProposalsConfig } from '../../config';
import { ClusterCaller } from '../../clusters/ClusterService';
import { overrideFindings } from '../../preflight/overrideFindings';
import { PreflightService } from '../../preflight/PreflightService';
import { alreadySet } from './alreadySet';
import { ProposalRequester } from '../people/ProposalPeople';
import { proposalBranch, ProposedChange } from '../branches/proposalBranch';
import { ProposalContent, ProposalTexts } from '../text/ProposalTexts';
import { filesOf } from './filesOf';
import { PlannedPullRequest, ProposalHost } from './PlannedPullRequest';

export interface ApprovalOptions {
  /** The Git host of a repository; throws InputError where no pull request can be opened there. */
  gitHostOf: (repository: string) => ProposalHost;
  preflight: Pick<PreflightService, 'compare'>;
  config: Pick<ProposalsConfig, 'branchPrefix'>;
}

/** A change that may be made as it was previewed, and where. */
export interface ApprovedChange {
  target: DeliveryTarget;
  request: ProposalRequest;
  by: ProposalRequester;
  comparison: Comparison;
  edit: ValuesEdit;
  overridden: Finding[];
  host: ProposalHost;
  proposed: ProposedChange;
  branchPrefix: string;
  branch: string;
  /** The branch of the opposite change. */
  opposite: string;
}

/**
 * Decides whether a change may be made, as it is now.
 *
 * @throws ConflictError where what would change is not what the person saw, and where preflight has found what is not
 * overridden (`preflight`)
 * @throws InputError where Git holds the requested value already
 */
export async function approveChange(
  { by, request, target }: Pick<ApprovedChange, 'target' | 'request' | 'by'>,
  { config, gitHostOf, preflight }: ApprovalOptions,
  caller: ClusterCaller & { asker?: PreflightAsker },
): Promise<ApprovedChange> {
  const { comparison, edit } = await preflight.compare(
    target,
    { switch: request.switch, enabled: request.enabled },
    caller,
  );
  const { branchPrefix } = config;
  const proposed: ProposedChange = {
    repository: edit.repository,
    base: edit.branch,
    file: edit.file,
    path: edit.path,
    enabled: request.enabled,
  };
  const branch = proposalBranch(proposed, branchPrefix);
  if (comparison.alreadySet) {
    throw await alreadySet({ request, edit, branch }, gitHostOf);
  }
  assertSeen(request, comparison);
  return {
    target,
    request,
    by,
    comparison,
    edit,
    overridden: comparison.preflight
      ? overrideFindings(comparison.preflight, request.override)
      : [],
    host: gitHostOf(edit.repository),
    proposed,
    branchPrefix,
    branch,
    opposite: proposalBranch(
      { ...proposed, enabled: !proposed.enabled },
      branchPrefix,
    ),
  };
}

/** The pull request of a change. */
export function plannedFor(
  change: ApprovedChange,
  texts: ProposalTexts,
): PlannedPullRequest {
  const { branch, by, edit, host, request } = change;
  return {
    host,
    branch,
    by,
    proposed: filesOf(edit),
    draft: request.draft,
    write: people => {
      const content = contentOf(change, people);
      return {
        title: texts.title(content),
        body: texts.body(content),
        commitMessage: texts.commitMessage(content),
      };
    },
  };
}

/** What it says. */
function contentOf(
  { by, comparison, overridden, request, target }: ApprovedChange,
  {
    coAuthor,
    keptDescription,
  }: Pick<ProposalContent, 'coAuthor' | 'keptDescription'>,
): ProposalContent {
  return {
    comparison,
    targetTitle: target.title,
    entityRef: by.entityRef,
    requestedBy: by.userEntityRef,
    coAuthor,
    keptDescription,
    title: request.title,
    description: request.description,
    override:
      request.override && overridden.length > 0
        ? { findings: overridden, reason: request.override.reason }
        : undefined,
  };
}
