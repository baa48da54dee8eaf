import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { isPausedByHand } from '../Commands/isPausedByHand';
import { useRevisionName } from './useRevisionName';
import { useRevisionShares } from './useRevisionShares';
import { useStepEffect } from './useStepEffect';

/** What an action that moves a canary on, or back, does to its pods and its traffic. */
export function useCanarySentences(): (
  action: Exclude<RolloutAction, 'pause' | 'restart'>,
  rollout: RolloutStatus,
) => string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const nameOf = useRevisionName();
  const sharesOf = useRevisionShares();
  const effectOf = useStepEffect();

  return (action, rollout) => {
    const { aborted, replicas, revisions, stepIndex = 0, steps } = rollout;
    const count = replicas.desired;
    const shares = sharesOf(rollout);
    const current = steps.at(stepIndex);
    const byHand = isPausedByHand(rollout);
    const canary = revisions.find(({ role }) => role === 'canary');
    const stable = revisions.find(({ role }) => role === 'stable');

    switch (action) {
      case 'promote':
        return byHand ? unpaused() : [...shares, ...afterThisStep()];
      case 'promote-full':
        return [...shares, t('actions.promoteFull', { count })];
      case 'skip-step':
        return [...shares, skipping(), ...afterThisStep()];
      case 'abort':
        return [
          ...shares,
          stable
            ? t('actions.abortTo', { images: nameOf(stable), count })
            : t('actions.abort', { count }),
          byHand ? t('actions.abortPaused') : removal(),
          t('actions.abortGit'),
        ];
      case 'retry':
        return [...shares, ...retried()];
      default:
        return action satisfies never;
    }

    function afterThisStep(): string[] {
      if (steps.length === 0) {
        return [t('actions.promoteCanary', { count })];
      }
      const next = steps.at(stepIndex + 1);
      return next
        ? [
            t('actions.nextStep', {
              step: stepIndex + 2,
              steps: steps.length,
              description: messageText('step', next.description),
            }),
            effectOf(next, rollout),
          ]
        : [t('actions.lastStep', { steps: steps.length, count })];
    }

    function skipping(): string {
      return current
        ? t('actions.skipStep', {
            step: stepIndex + 1,
            steps: steps.length,
            description: messageText('step', current.description),
          })
        : t('actions.skipUnknownStep');
    }

    function removal(): string {
      return (rollout.trafficRouters ?? []).length > 0
        ? t('actions.abortRemovesLater')
        : t('actions.abortRemoves');
    }

    function retried(): string[] {
      const images = canary && nameOf(canary);
      const first = steps.at(0);
      if (!first) {
        return [
          images === undefined
            ? t('actions.retry', { count })
            : t('actions.retryOf', { images, count }),
        ];
      }
      const begins = {
        steps: steps.length,
        description: messageText('step', first.description),
      };
      return [
        images === undefined
          ? t('actions.retrySteps', begins)
          : t('actions.retryStepsOf', { ...begins, images }),
        effectOf(first, rollout),
      ];
    }

    function unpaused(): string[] {
      if (aborted) {
        return [...shares, t('actions.unpauseAborted', { count })];
      }
      if (!current) {
        // Without a canary, nothing is on its way.
        return canary || rollout.unread.includes('replicaSets')
          ? [...shares, t('actions.unpause', { count })]
          : [t('actions.unpauseIdle', { count })];
      }
      return current.type === 'pause'
        ? [...shares, t('actions.unpauseAtPause')]
        : [...shares, t('actions.unpauseSkips'), ...afterThisStep()];
    }
  };
}
