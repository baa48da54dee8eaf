import { GalleryState } from '../GalleryState';
import { because, proposalWith } from '../wire/proposalWith';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { streamOf, targetWith } from '../wire/targetWith';

/** A pull request at each stop of its journey. */
export function proposalStates(recorded: RecordedStatuses): GalleryState[] {
  const workloads = [recorded.status('deployment-healthy', 'web')];
  const target = targetWith(workloads);
  const proposed = (
    id: string,
    title: string,
    proposal: ReturnType<typeof proposalWith>,
  ): GalleryState => ({
    id,
    title,
    shows: `#${proposal.number}`,
    targets: { body: { targets: [target], unusable: [] } },
    rollouts: { body: streamOf([{ target, workloads }]) },
    proposals: { body: { proposals: [proposal] } },
  });
  return [
    proposed(
      'proposal-waits',
      'A pull request whose checks failed',
      proposalWith({
        at: 'merged',
        reason: because({
          id: 'checksFailed',
          parameters: { checks: ['render', 'kubeconform'] },
        }),
        review: {
          checks: [
            { name: 'render', state: 'failed' },
            { name: 'kubeconform', state: 'failed' },
            { name: 'lint', state: 'passed' },
          ],
          approvedBy: ['marc'],
          behind: true,
        },
      }),
    ),
    proposed(
      'proposal-conflicts',
      'A pull request in conflict, and changes that were asked for',
      proposalWith({
        at: 'merged',
        reason: because({ id: 'conflicts', parameters: { base: 'main' } }),
        review: { conflicts: 'yes', changesRequestedBy: ['marc'] },
      }),
    ),
    proposed(
      'proposal-synced',
      'A pull request that waits for Argo CD',
      proposalWith({
        at: 'synced',
        reason: because({
          id: 'awaitingSync',
          parameters: { kind: 'Rollout' },
        }),
      }),
    ),
    proposed(
      'proposal-failed',
      'A switch that Argo CD could not sync',
      proposalWith({
        at: 'synced',
        state: 'failed',
        reason: because({
          id: 'syncFailed',
          parameters: {
            message:
              'one or more objects failed to apply, reason: error when patching "/dev/shm/1234": Rollout.argoproj.io "web" is invalid: spec.strategy: Required value',
          },
        }),
      }),
    ),
    proposed(
      'proposal-both-run',
      'Both kinds at once',
      proposalWith({
        at: 'kind-changed',
        reason: because({
          id: 'bothRun',
          parameters: { count: 4, kind: 'Deployment', replacedBy: 'Rollout' },
        }),
      }),
    ),
    {
      ...proposed(
        'proposal-close',
        'What closing a pull request does, before it is done',
        proposalWith({
          at: 'merged',
          reason: because({
            id: 'awaitingMerge',
            parameters: { base: 'main' },
          }),
        }),
      ),
      shows: 'without merging',
      press: [{ role: 'button', name: 'Close pull request' }],
    },
    // These are over, and folded away.
    ...[
      proposed('proposal-arrived', 'A switch that is done', proposalWith({})),
      proposed(
        'proposal-closed',
        'A pull request that was closed',
        proposalWith({
          at: 'merged',
          state: 'failed',
          proposalState: 'closed',
          reason: because({ id: 'closedBy', parameters: { who: 'marc' } }),
        }),
      ),
    ].map(
      (state): GalleryState => ({ ...state, shows: 'earlier pull request' }),
    ),
  ];
}
