import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { memo } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { PhaseChip } from '../Phase/PhaseChip';
import { PausedSince } from './PausedSince';
import { RevisionList } from './RevisionList';
import { StepList } from './StepList';
import { stepsSummary } from './stepsSummary';
import { WeightBar } from './WeightBar';
import { WhatToDo, WhatToDoProps } from './WhatToDo';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1.5),
    rowGap: theme.spacing(0.5),
  },
  name: { fontWeight: 'bold' },
  aborted: { color: theme.palette.error.main },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.5),
  },
  message: { flex: '1 1 200px', overflowWrap: 'anywhere' },
}));

/** What a person needs to know of one Rollout or Deployment: is it moving, waiting or failing, and what to do. */
export const RolloutPanel = memo((props: WhatToDoProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { rollout } = props;
  const { kind, name, pausedSince, replicas, steps, weight } = rollout;
  const label = t('rollout.label', { kind, name });
  const summary = stepsSummary(rollout);
  // Once healthy, the canary is the stable revision, and has no weight of its own.
  const settled = rollout.phase === 'Healthy';
  return (
    <section className={classes.root} aria-label={label}>
      <div className={classes.header}>
        <PhaseChip phase={rollout.phase} />
        <Typography variant="body1" component="h3" className={classes.name}>
          {label}
        </Typography>
        {rollout.aborted && (
          <Typography
            variant="body2"
            className={`${classes.name} ${classes.aborted}`}
          >
            {t('rollout.aborted')}
          </Typography>
        )}
        <Typography variant="body2" className={classes.message}>
          {rollout.message}
        </Typography>
        {rollout.phase === 'Paused' && pausedSince && (
          <PausedSince pausedSince={pausedSince} />
        )}
        {rollout.revisions.length !== 1 && (
          <Typography variant="body2">
            {t(
              replicas.ready > replicas.desired
                ? 'rollout.surge'
                : 'rollout.ready',
              {
                ready: String(replicas.ready),
                desired: String(replicas.desired),
              },
            )}
          </Typography>
        )}
      </div>
      {weight && !settled && <WeightBar weight={weight} />}
      {summary.state !== 'none' && (
        <div className={classes.steps}>
          <Typography variant="body2">
            {summary.state === 'aborted' &&
              t('rollout.stepsAborted', { steps: String(summary.count) })}
            {summary.state === 'skipped' &&
              t('rollout.stepsSkipped', { steps: String(summary.count) })}
            {summary.state === 'done' &&
              t('rollout.stepsAll', { steps: String(summary.count) })}
            {summary.state === 'at' &&
              t('rollout.stepAt', {
                step: String(summary.number),
                steps: String(summary.count),
              })}
          </Typography>
          <StepList steps={steps} />
        </div>
      )}
      <RevisionList revisions={rollout.revisions} />
      <WhatToDo {...props} />
    </section>
  );
});
