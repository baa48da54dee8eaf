import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useEffect, useRef, useState } from 'react';
import { joinSentences } from '../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { PhaseChange, phaseChanges, toldPhases } from './phaseChanges';
import { useFailingPodsTitle } from './Troubles/useFailingPodsTitle';

export interface PhaseAnnouncerProps {
  rollouts: RolloutStatus[];
  /** The title of their target, where there are several. */
  target?: string;
}

/** Says what has become of a workload, and why where that is known. */
function useChangeSentences(
  target: string | undefined,
): (change: PhaseChange) => string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const failingPodsOf = useFailingPodsTitle();
  return changed => {
    const { kind, name, message, revisions } = changed.rollout;
    switch (changed.change) {
      case 'gone':
        return [
          target === undefined
            ? t('rollout.gone', { kind, name })
            : t('rollout.goneIn', { kind, name, target }),
        ];
      case 'silent':
        return [
          target === undefined
            ? t('rollout.silent', { kind, name })
            : t('rollout.silentIn', { kind, name, target }),
        ];
      case 'phase': {
        const phase = t(`phase.${changed.phase}`);
        const why =
          changed.phase === 'Failing'
            ? revisions.map(failingPodsOf).find(Boolean)
            : message;
        return [
          target === undefined
            ? t('rollout.changed', { kind, name, phase })
            : t('rollout.changedIn', { kind, name, phase, target }),
          ...(why ? [why] : []),
        ];
      }
      default:
        return changed satisfies never;
    }
  };
}

/** Reads phase changes out. What is there when the page opens is not a change. */
export const PhaseAnnouncer = ({ rollouts, target }: PhaseAnnouncerProps) => {
  const sentencesOf = useChangeSentences(target);
  const last = useRef({ rollouts, told: toldPhases(rollouts) });
  const [announcement, setAnnouncement] = useState('');

  useEffect(() => {
    if (last.current.rollouts === rollouts) {
      return;
    }
    const told = toldPhases(rollouts, last.current.told);
    const changes = phaseChanges(last.current.told, told);
    last.current = { rollouts, told };
    if (changes.length > 0) {
      setAnnouncement(joinSentences(changes.flatMap(sentencesOf)));
    }
  }, [rollouts, sentencesOf]);

  return (
    <VisuallyHidden role="status" aria-live="polite">
      {announcement}
    </VisuallyHidden>
  );
};
