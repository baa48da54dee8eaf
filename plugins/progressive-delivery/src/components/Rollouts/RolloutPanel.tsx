import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { memo, useMemo } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { AnalysesUnderway } from '../Analysis/AnalysesUnderway';
import { panelId, whatToDoId } from '../../ui/panelId';
import { PhaseChip } from '../../ui/PhaseChip';
import { podLogsInArgoCd } from './ArgoCd/inArgoCd';
import { PodLogs } from './ArgoCd/PodLogs';
import { Details } from './Details/Details';
import { ImageDifference } from './Revisions/ImageDifference';
import { RevisionList } from './Revisions/RevisionList';
import { StepList } from './Steps/StepList';
import { StepsSummaryLine } from './Steps/StepsSummaryLine';
import { stepsSummary } from './Steps/stepsSummary';
import { Strategy } from './Steps/Strategy';
import { Troubles } from './Troubles/Troubles';
import { shownPhase } from './shownPhase';
import { UnreadParts } from './UnreadParts';
import { usePanelStyles } from './usePanelStyles';
import { Waiting } from './Waiting/Waiting';
import { WeightBar } from './Steps/WeightBar';
import { WhatToDo, WhatToDoProps } from './Actions/WhatToDo';

const useStyles = makeStyles(theme => ({
  name: { fontWeight: 'bold' },
  row: {
    flexBasis: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
  corner: { marginLeft: 'auto' },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.5),
  },
  message: { flex: '1 1 200px', overflowWrap: 'anywhere' },
}));

/** Where it has failed, a notice says the same, and where it is paused, a sentence. */
function tellsMessage({ message, pauses, phase }: RolloutStatus): boolean {
  return (
    phase !== 'Degraded' && pauses.every(({ reason }) => reason !== message)
  );
}

export interface RolloutPanelProps extends WhatToDoProps {
  /** Whether it is told already that its controller does nothing, and what to check. */
  silenceTold?: boolean;
}

/** What a person needs to know of one Rollout or Deployment: is it moving, waiting or failing, and what to do. */
export const RolloutPanel = memo((props: RolloutPanelProps) => {
  const panel = usePanelStyles();
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const { rollout, silenceTold = false, target } = props;
  const { kind, name, namespace, replicas, steps, weight } = rollout;
  const label = t('rollout.label', { kind, name });
  const argocd = target.application?.url;
  const logsOf = useMemo(
    () =>
      argocd === undefined
        ? undefined
        : (pod: string) => podLogsInArgoCd(argocd, { namespace, name: pod }),
    [argocd, namespace],
  );
  const summary = stepsSummary(rollout);
  if (rollout.unreadable) {
    return (
      <section
        id={panelId(target.id, rollout)}
        tabIndex={-1}
        className={panel.root}
        aria-label={label}
      >
        <div className={panel.top}>
          <PhaseChip phase={rollout.phase} />
          <Typography variant="body1" component="h3" className={classes.name}>
            {label}
          </Typography>
          <Typography variant="body2" className={classes.message}>
            {messageText('problem', rollout.unreadable)}
          </Typography>
        </div>
      </section>
    );
  }
  // Nothing to decide: what can be done all the same, and the steps of the next release, stand back.
  const settled =
    rollout.phase === 'Healthy' && rollout.observation.state !== 'silent';
  // Once it is the stable revision, a canary has no weight of its own, and without steps none that would tell anything.
  const hasCanary =
    rollout.phase !== 'Healthy' &&
    steps.length > 0 &&
    (rollout.revisions.some(({ role }) => role === 'canary') ||
      rollout.unread.includes('replicaSets'));
  return (
    <section
      id={panelId(target.id, rollout)}
      tabIndex={-1}
      className={panel.root}
      aria-label={label}
    >
      <PodLogs.Provider value={logsOf}>
        <div className={panel.top}>
          <PhaseChip phase={shownPhase(rollout)} />
          <Typography variant="body1" component="h3" className={classes.name}>
            {label}
          </Typography>
          <Strategy rollout={rollout} />
          {settled && <StepsSummaryLine summary={summary} />}
          {rollout.message !== undefined && tellsMessage(rollout) && (
            <Typography
              variant="body2"
              color="textSecondary"
              className={classes.message}
            >
              {rollout.message}
            </Typography>
          )}
          {rollout.revisions.length !== 1 && (
            <Typography variant="body2" className={classes.corner}>
              {t(
                replicas.current > replicas.desired
                  ? 'rollout.podsReadyOfMore'
                  : 'rollout.podsReady',
                replicas,
              )}
            </Typography>
          )}
          <div className={classes.row}>
            <Troubles rollout={rollout} silenceTold={silenceTold} />
            <Waiting rollout={rollout} />
          </div>
          {/* Always here, so that a dialog stays open whatever happens to the Rollout meanwhile. */}
          <div
            id={whatToDoId(panelId(target.id, rollout))}
            tabIndex={-1}
            className={settled ? classes.corner : classes.row}
          >
            <WhatToDo {...props} />
          </div>
        </div>
        {weight && hasCanary && <WeightBar weight={weight} />}
        {!settled && summary.state !== 'none' && (
          <div className={classes.steps}>
            <StepsSummaryLine summary={summary} />
            <StepList steps={steps} />
          </div>
        )}
        <AnalysesUnderway rollout={rollout} />
        <ImageDifference revisions={rollout.revisions} />
        <RevisionList
          rollout={rollout}
          syncs={target.application?.syncs ?? []}
        />
        <UnreadParts unread={rollout.unread} />
        <Details
          reference={props.reference}
          rollout={rollout}
          application={target.application}
          withSteps={settled}
        />
      </PodLogs.Provider>
    </section>
  );
});
