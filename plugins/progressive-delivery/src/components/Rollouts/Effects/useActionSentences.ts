import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { useBlueGreenSentences } from './useBlueGreenSentences';
import { useCanarySentences } from './useCanarySentences';
import { useRevisionShares } from './useRevisionShares';

/** Those that go past what an analysis or an experiment could not decide. */
const GOING_ON: RolloutAction[] = ['promote', 'promote-full', 'skip-step'];

/**
 * What an action will do to a Rollout, in sentences for whoever is about to confirm it: to how many pods and how much
 * traffic, or that this is not known.
 */
export function useActionSentences(
  action: RolloutAction,
  rollout: RolloutStatus,
): string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const sharesOf = useRevisionShares();
  const canarySentences = useCanarySentences();
  const blueGreenSentences = useBlueGreenSentences();
  const { pauses, phase, replicas, strategy } = rollout;
  const undecided = (
    [
      ['InconclusiveAnalysisRun', 'actions.undecidedAnalysis'],
      ['InconclusiveExperiment', 'actions.undecidedExperiment'],
    ] as const
  ).filter(([reason]) => pauses.some(pause => pause.reason === reason));

  switch (action) {
    case 'restart':
      return [
        replicas.current === 1
          ? t('actions.restartOne')
          : t('actions.restart', { pods: replicas.current }),
        t('actions.restartTraffic'),
      ];
    case 'pause':
      return phase === 'Healthy'
        ? [t('actions.pauseIdle', { count: replicas.desired })]
        : [...sharesOf(rollout), t('actions.pause')];
    default:
      return [
        ...(GOING_ON.includes(action)
          ? undecided.map(([, key]) => t(key))
          : []),
        ...(strategy === 'blueGreen'
          ? blueGreenSentences(action, rollout)
          : canarySentences(action, rollout)),
      ];
  }
}
