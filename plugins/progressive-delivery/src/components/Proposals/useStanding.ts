import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DateTime } from 'luxon';
import { useTimeFormat } from '../../hooks/texts/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { userName } from '../../ui/userName';

/** Says whether a pull request is open, since when, and who asked for it. */
export function useStanding(): (
  proposal: Pick<Proposal, 'createdAt' | 'draft' | 'requestedBy' | 'state'>,
) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { ago } = useTimeFormat();
  return ({ createdAt, draft, requestedBy, state }) => {
    const when = ago(DateTime.fromISO(createdAt)) ?? createdAt;
    const shown = state === 'open' && draft ? 'draft' : state;
    return requestedBy
      ? t(`proposals.requested.${shown}`, { who: userName(requestedBy), when })
      : t(`proposals.opened.${shown}`, { when });
  };
}
