import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { FleetResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useEffect, useRef, useState } from 'react';
import { useFleet } from '../../hooks/delivery/useFleet';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { Sentences } from '../../ui/Sentences';
import { StaleNotice } from '../../ui/StaleNotice';
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

/** All components, as the URL says which and in which order. */
export const Fleet = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const { change, view } = useFleetQuery();
  const key = JSON.stringify(view);
  // Another view begins at its first page.
  const [paged, setPaged] = useState<{ key: string; cursors: string[] }>();
  const cursors = paged?.key === key ? paged.cursors : [];
  const { polled, refresh } = useFleet({ ...view, cursor: cursors.at(-1) });
  // The filters and what they count stay while another page loads.
  const last = useRef<FleetResponse>();
  useEffect(() => {
    if (polled.state === 'loaded') {
      last.current = polled.value;
    }
  }, [polled]);
  if (polled.state === 'failed') {
    return <FleetError error={polled.error} onRetry={refresh} />;
  }
  const loaded = polled.state === 'loaded' ? polled.value : undefined;
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
      <FleetPaging
        page={cursors.length + 1}
        onPrevious={
          cursors.length > 0
            ? () => setPaged({ key, cursors: cursors.slice(0, -1) })
            : undefined
        }
        onNext={
          loaded?.next === undefined
            ? undefined
            : () => setPaged({ key, cursors: [...cursors, loaded.next ?? ''] })
        }
      />
    </Paper>
  );
};
