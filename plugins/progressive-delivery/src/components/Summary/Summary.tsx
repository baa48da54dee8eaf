import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import HealthyIcon from '@material-ui/icons/CheckCircleOutline';
import {
  DeliveryTargetSummary,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMemo, useRef, useState } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { useSnapshots } from '../../hooks/delivery/useSnapshots';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Placeholder } from '../../ui/Placeholder';
import { ShowMore } from '../../ui/controls/ShowMore';
import { SummaryLine } from './SummaryLine';
import { keyOf, summaryOf } from './summaryOf';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
  },
  list: {
    alignSelf: 'stretch',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  settled: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  icon: { color: theme.palette.status.ok },
}));

export interface SummaryProps {
  targets: DeliveryTargetSummary[];
  /** What the entity names besides; without targets, there is nothing to sum up. */
  unusable?: UnusableTarget[];
}

/** First of all: what needs somebody, worst first, and how much does not. Nothing where nothing runs. */
export const Summary = ({ targets, unusable = [] }: SummaryProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const key = JSON.stringify(targets.map(({ id }) => id));
  const ids = useMemo((): string[] => JSON.parse(key), [key]);
  const { entries, loading, settled } = summaryOf(
    targets,
    useSnapshots(ids),
    targets.length > 0 ? unusable : [],
  );
  const list = useRef<HTMLUListElement>(null);
  const first = useFirst(entries, { first: 8, step: 20 });
  // A dialog stays open whatever becomes of its workload meanwhile.
  const [acting, setActing] = useState<string>();
  const lines = [
    ...first.shown,
    ...[...entries, ...settled].filter(
      entry => keyOf(entry) === acting && !first.shown.includes(entry),
    ),
  ];
  if (entries.length === 0 && settled.length === 0) {
    return loading ? (
      <Paper className={classes.root}>
        <Placeholder width={240} />
      </Paper>
    ) : null;
  }
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={t('summary.title')}
    >
      {lines.length > 0 && (
        <ul ref={list} className={classes.list}>
          {lines.map(entry => (
            <SummaryLine
              key={keyOf(entry)}
              {...entry}
              withTarget={targets.length > 1}
              onActing={setActing}
            />
          ))}
        </ul>
      )}
      <ShowMore of={first} list={list}>
        {t('summary.more', { count: first.more })}
      </ShowMore>
      {settled.length > 0 && (
        <Typography variant="body2" className={classes.settled}>
          {/* At first sight, it would say that all is well. */}
          {entries.length === 0 && (
            <HealthyIcon
              className={classes.icon}
              fontSize="small"
              aria-hidden
            />
          )}
          {t(
            entries.some(({ about }) => about === 'workload')
              ? 'summary.othersHealthy'
              : 'summary.healthy',
            { count: settled.length },
          )}
        </Typography>
      )}
      {loading && (
        <Typography variant="body2" color="textSecondary">
          {t('summary.loading')}
        </Typography>
      )}
    </Paper>
  );
};
