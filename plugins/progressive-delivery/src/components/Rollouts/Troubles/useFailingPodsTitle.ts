import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { failingPods } from './failingPods';

/** Reasons that are told in words beside their names. */
const TOLD = [
  'CrashLoopBackOff',
  'CreateContainerConfigError',
  'ErrImagePull',
  'ImagePullBackOff',
  'OOMKilled',
  'Unschedulable',
] as const;

/** How many pods of a revision fail, and for which reasons; absent where none does. */
export function useFailingPodsTitle(): (
  revision: RevisionStatus,
) => string | undefined {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  return useCallback(
    revision => {
      const groups = failingPods(revision);
      const count = groups.reduce((sum, group) => sum + group.count, 0);
      return count === 0
        ? undefined
        : t('pods.failing', {
            count,
            role: t(`pods.role.${revision.role}`),
            reasons: names(
              [...new Set(groups.map(({ reason }) => reason))].map(reason => {
                const told = TOLD.find(each => each === reason);
                return told ? t(`pods.why.${told}`) : reason;
              }),
            ),
          });
    },
    [names, t],
  );
}
