import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DateTime } from 'luxon';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { userName } from '../../ui/userName';
import { WebLink } from '../../ui/WebLink';

/** A proposal in one line: its link, state, change, and who asked for it. */
export const ProposalLine = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { ago } = useTimeFormat();
  const { createdAt, draft, enabled, number, requestedBy, state, url } =
    proposal;
  const when = ago(DateTime.fromISO(createdAt)) ?? createdAt;
  return (
    <Typography variant="body2">
      <WebLink url={url}>
        {t('proposals.link', { number: String(number) })}
      </WebLink>{' '}
      {t(
        state === 'open' && draft
          ? 'proposals.draft'
          : `proposals.state.${state}`,
      )}
      ,{' '}
      {t(enabled ? 'proposals.turnsOn' : 'proposals.turnsOff', {
        switch: proposal.switch,
      })}
      ,{' '}
      {requestedBy
        ? t('proposals.requested', { who: userName(requestedBy), when })
        : t('proposals.requestedAt', { when })}
    </Typography>
  );
};
