import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useEffect, useRef, useState } from 'react';
import { joinSentences } from '../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { phaseChanges } from './phaseChanges';

/** Reads phase changes out. What is there when the page opens is not a change. */
export const PhaseAnnouncer = ({ rollouts }: { rollouts: RolloutStatus[] }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const last = useRef(rollouts);
  const [announcement, setAnnouncement] = useState('');

  useEffect(() => {
    const changes = phaseChanges(last.current, rollouts);
    last.current = rollouts;
    if (changes.length > 0) {
      setAnnouncement(
        joinSentences(
          changes.flatMap(
            ({ change, rollout: { kind, name, phase, message } }) => {
              switch (change) {
                case 'gone':
                  return t('rollout.gone', { kind, name });
                case 'silent':
                  return t('rollout.silent', { kind, name });
                case 'phase':
                  return [
                    t('rollout.changed', {
                      kind,
                      name,
                      phase: t(`phase.${phase}`),
                    }),
                    ...(message ? [message] : []),
                  ];
                default:
                  return change satisfies never;
              }
            },
          ),
        ),
      );
    }
  }, [rollouts, t]);

  return (
    <VisuallyHidden role="status" aria-live="polite">
      {announcement}
    </VisuallyHidden>
  );
};
