import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { FleetResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useEffect, useRef } from 'react';
import { hasStatusCode } from '../../errors/hasStatusCode';
import { useFleet } from '../../hooks/delivery/useFleet';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { Polled } from '../../polling/Polled';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/notices/Notice';
import { Sentences } from '../../ui/Sentences';
import { StaleNotice } from '../../ui/notices/StaleNotice';
import { reducedMotion } from '../../ui/reducedMotion';
import { FleetError } from './FleetError';
import { FleetFilters } from './FleetFilters';
import { FleetNothing } from './FleetNothing';
import { FleetPaging } from './FleetPaging';
import { FleetTable } from './FleetTable';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    padding: theme.spacing(2),
    ...reducedMotion,
  },
}));

/** Whether a page that a URL names, maybe an old one, is none any more: its cursor is refused, or after all that there is. */
function tellsThatPageIsGone(polled: Polled<FleetResponse>): boolean {
  switch (polled.state) {
    case 'loading':
      return false;
    case 'failed':
      return hasStatusCode(polled.error, 400);
    case 'loaded':
      return polled.value.rows.length === 0 && polled.value.before > 0;
    default:
      return polled satisfies never;
  }
}

/** All components, as the URL says which and in which order. */
export const Fleet = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const { change, turnTo, view } = useFleetQuery();
  const { polled, refresh } = useFleet(view);
  const isGone = view.cursor !== undefined && tellsThatPageIsGone(polled);
  useEffect(() => {
    if (isGone) {
      turnTo(undefined, { replace: true });
    }
  }, [isGone, turnTo]);
  // The filters and what they count stay while another page loads.
  const last = useRef<FleetResponse>();
  useEffect(() => {
    if (polled.state === 'loaded') {
      last.current = polled.value;
    }
  }, [polled]);
  if (polled.state === 'failed' && !isGone) {
    return <FleetError error={polled.error} onRetry={refresh} />;
  }
  const loaded =
    polled.state === 'loaded' && !isGone ? polled.value : undefined;
  const known = loaded ?? last.current;
  return (
    <Paper className={classes.root}>
      {polled.state === 'loaded' && polled.failure && (
        <StaleNotice since={polled.receivedAt} failure={polled.failure} />
      )}
      {known && known.problems.length > 0 && (
        <Notice
          severity="warning"
          role="status"
          title={t('fleet.problems', { count: known.problems.length })}
        >
          <Sentences
            sentences={known.problems.map(problem =>
              messageText('problem', problem),
            )}
          />
        </Notice>
      )}
      <FleetFilters view={view} known={known} onChange={change} />
      {loaded && loaded.rows.length === 0 && loaded.reading.state === 'done' ? (
        <FleetNothing
          isFiltered={loaded.counts.components > 0}
          onShowAll={() => change({ filter: 'all', search: '' })}
        />
      ) : (
        <FleetTable view={view} rows={loaded?.rows} onChange={change} />
      )}
      <FleetPaging page={known} onTurn={loaded && turnTo} />
    </Paper>
  );
};
