import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { isPausedByHand } from '../Commands/isPausedByHand';
import { shortImage } from '../Images/shortImage';
import { useCanaryShare } from './useCanaryShare';

/** What an action will do to a Rollout, in sentences for whoever is about to confirm it. */
export function useActionSentences(
  action: RolloutAction,
  rollout: RolloutStatus,
): string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const { aborted, phase, replicas, stepIndex = 0, steps } = rollout;
  const byHand = isPausedByHand(rollout);
  const share = useCanaryShare()(rollout);

  /** Nothing where the revisions could not be read. */
  const images = (...roles: string[]) => {
    const names = rollout.revisions
      .filter(({ role }) => roles.includes(role))
      .flatMap(revision => revision.images)
      .map(shortImage);
    return names.length > 0 ? names.join(', ') : undefined;
  };
  const nextStep = () => {
    const next = steps.at(stepIndex + 1);
    return next
      ? t('actions.nextStep', {
          step: String(stepIndex + 2),
          steps: String(steps.length),
          description: messageText('step', next.description),
        })
      : t('actions.lastStep', { steps: String(steps.length) });
  };

  const skipped = steps.at(stepIndex);

  switch (action) {
    case 'promote':
      if (byHand) {
        return [unpause()];
      }
      if (rollout.strategy === 'blueGreen') {
        return [t('actions.promoteBlueGreen')];
      }
      return [
        ...share,
        steps.length > 0 ? nextStep() : t('actions.promoteCanary'),
      ];
    case 'promote-full':
      return [...share, t('actions.promoteFull')];
    case 'skip-step':
      return [
        ...share,
        t('actions.skipStep', {
          step: String(stepIndex + 1),
          steps: String(steps.length),
          description: skipped ? messageText('step', skipped.description) : '?',
        }),
        nextStep(),
      ];
    case 'abort':
      return [
        ...share,
        aborting(),
        ...(byHand ? [t('actions.abortPaused')] : []),
      ];
    case 'retry':
      return [retrying()];
    case 'restart':
      return [
        replicas.desired === 1
          ? t('actions.restartOne')
          : t('actions.restart', { pods: String(replicas.desired) }),
      ];
    case 'pause':
      return [t(phase === 'Healthy' ? 'actions.pauseIdle' : 'actions.pause')];
    default:
      return action satisfies never;
  }

  function aborting(): string {
    const stable = images('stable', 'active');
    return stable === undefined
      ? t('actions.abort')
      : t('actions.abortTo', { images: stable });
  }

  function retrying(): string {
    const retried = images('canary', 'preview');
    const count = String(steps.length);
    if (retried === undefined) {
      return steps.length > 0
        ? t('actions.retrySteps', { steps: count })
        : t('actions.retry');
    }
    return steps.length > 0
      ? t('actions.retryStepsOf', { images: retried, steps: count })
      : t('actions.retryOf', { images: retried });
  }

  function unpause(): string {
    if (aborted) {
      return t('actions.unpauseAborted');
    }
    const current = steps.at(stepIndex);
    if (steps.length === 0 || !current) {
      return t(isStable() ? 'actions.unpauseIdle' : 'actions.unpause');
    }
    return t(
      current.type === 'pause'
        ? 'actions.unpauseAtPause'
        : 'actions.unpauseSkips',
    );
  }

  function isStable(): boolean {
    return !rollout.revisions.some(
      ({ role }) => role === 'canary' || role === 'preview',
    );
  }
}
