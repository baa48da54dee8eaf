import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  Proposal,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode } from 'react';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Facts } from '../../ui/Facts';
import { WebLink } from '../../ui/controls/WebLink';

/** What an open pull request's checks and reviewers say, with a link to each check that has not passed. */
export const ReviewLine = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const list = useListFormat();
  const names = (users: string[]) => list.names(users.map(visibleText));
  const review = proposal.journey.find(stop => stop.review)?.review;
  if (!review) {
    return null;
  }
  const {
    approvedBy,
    awaiting,
    behind,
    changesRequestedBy,
    checks,
    conflicts,
  } = review;
  const passed = checks.filter(({ state }) => state === 'passed').length;
  const parts: ReactNode[] = [
    passed > 0 && t('proposals.checksPassed', { count: passed }),
    ...checks
      .filter(({ state }) => state !== 'passed')
      .map(({ name, state, url = '' }) => (
        <WebLink key={`${name} ${url}`} url={url}>
          {t('proposals.check', {
            name: visibleText(name),
            state: t(`proposals.checkState.${state}`),
          })}
        </WebLink>
      )),
    approvedBy.length > 0 &&
      t('proposals.approvedBy', { who: names(approvedBy) }),
    changesRequestedBy.length > 0 &&
      t('proposals.changesRequestedBy', { who: names(changesRequestedBy) }),
    awaiting.length > 0 && t('proposals.awaiting', { who: names(awaiting) }),
    conflicts === 'yes' && t('proposals.conflicts'),
    conflicts !== 'yes' && behind && t('proposals.behind'),
  ].filter(part => part !== false);
  return parts.length === 0 ? null : (
    <Typography
      variant="body2"
      component="div"
      role="group"
      aria-label={t('proposals.review', { number: String(proposal.number) })}
    >
      <Facts dotted>{parts}</Facts>
    </Typography>
  );
};
