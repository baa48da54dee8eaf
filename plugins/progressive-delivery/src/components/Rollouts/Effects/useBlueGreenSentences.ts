import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { isPausedByHand } from '../Commands/isPausedByHand';
import { useRevisionName } from './useRevisionName';
import { useRevisionShares } from './useRevisionShares';

/**
 * What an action does to the pods and the traffic of a blue-green Rollout: its Service selects one revision or the other
 * (`reconcileActiveService`, argo-rollouts v1.10 rollout/service.go).
 */
export function useBlueGreenSentences(): (
  action: Exclude<RolloutAction, 'pause' | 'restart'>,
  rollout: RolloutStatus,
) => string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const nameOf = useRevisionName();
  const sharesOf = useRevisionShares();

  return (action, rollout) => {
    const { aborted, replicas, revisions } = rollout;
    const count = replicas.desired;
    const shares = sharesOf(rollout);
    const byHand = isPausedByHand(rollout);
    const active = revisions.find(({ role }) => role === 'active');
    const preview = revisions.find(({ role }) => role === 'preview');
    // After the switch, and before it counts as done: analyses may still fail.
    const previous = revisions.find(({ role }) => role === 'stable');

    switch (action) {
      case 'promote':
        if (byHand) {
          return unpaused();
        }
        return previous
          ? [...shares, t('actions.promoteActive')]
          : [
              ...shares,
              t('actions.promoteBlueGreen', { count }),
              t('actions.previousKept'),
            ];
      case 'promote-full':
        return previous
          ? [...shares, t('actions.promoteFullActive')]
          : [
              ...shares,
              t('actions.promoteFullBlueGreen', { count }),
              t('actions.previousKept'),
            ];
      case 'skip-step':
        // It has none, which is why this is refused.
        return [];
      case 'abort':
        return [
          ...shares,
          abortedTo(),
          byHand
            ? t('actions.abortPausedActive')
            : t('actions.abortRemovesLater'),
          t('actions.abortGit'),
        ];
      case 'retry':
        return [
          ...shares,
          preview
            ? t('actions.retryPreviewOf', {
                images: nameOf(preview),
                count,
              })
            : t('actions.retryPreview', { count }),
          t('actions.retryActive'),
        ];
      default:
        return action satisfies never;
    }

    function abortedTo(): string {
      if (previous) {
        return t('actions.abortBack', { images: nameOf(previous) });
      }
      return active
        ? t('actions.abortStaysAt', { images: nameOf(active) })
        : t('actions.abortStays');
    }

    function unpaused(): string[] {
      if (aborted) {
        return [...shares, t('actions.unpauseAbortedActive')];
      }
      return preview || previous || rollout.unread.includes('replicaSets')
        ? [...shares, t('actions.unpauseBlueGreen')]
        : [t('actions.unpauseIdle', { count })];
    }
  };
}
