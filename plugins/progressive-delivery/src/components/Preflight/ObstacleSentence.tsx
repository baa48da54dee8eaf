import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  MOST_OVERRIDDEN_FINDINGS,
  proposalOverridePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { joinSentences } from '../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Obstacle } from './useOverride';

/** Why the pull request cannot be opened, and what to do. */
export const ObstacleSentence = ({ obstacle }: { obstacle: Obstacle }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  switch (obstacle.state) {
    case 'blocked':
      return (
        <>
          {joinSentences([
            t('preflight.blocked', { count: obstacle.count }),
            ...(obstacle.mayOverride === 'no'
              ? [
                  t('preflight.overrideTakes', {
                    permission: proposalOverridePermission.name,
                  }),
                ]
              : []),
          ])}
        </>
      );
    case 'too-many':
      return (
        <>
          {t('preflight.tooMany', {
            amount: obstacle.count,
            most: MOST_OVERRIDDEN_FINDINGS,
          })}
        </>
      );
    case 'undecided':
      return <>{t('preflight.undecided', { count: obstacle.count })}</>;
    case 'reason-missing':
      return <>{t('preflight.reasonMissing')}</>;
    default:
      return obstacle satisfies never;
  }
};
