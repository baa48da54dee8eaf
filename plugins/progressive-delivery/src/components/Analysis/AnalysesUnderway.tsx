import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { AnalysisRun } from './AnalysisRun';
import { Experiment } from './Experiment';
import { isRelevantAnalysis } from './isRelevantAnalysis';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
}));

/** The analyses and experiments that decide how a Rollout goes on, or have decided that it does not. */
export const AnalysesUnderway = ({ rollout }: { rollout: RolloutStatus }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { analysisRuns = [], experiments = [] } = rollout;
  const runs = analysisRuns.filter(run => isRelevantAnalysis(run, rollout));
  const tried = experiments.filter(each => isRelevantAnalysis(each, rollout));
  return runs.length + tried.length === 0 ? null : (
    <div
      className={classes.root}
      role="group"
      aria-label={t('analysis.underway')}
    >
      {tried.map(experiment => (
        <Experiment
          key={experiment.name}
          experiment={experiment}
          alreadyShown={rollout.abort?.because}
        />
      ))}
      {runs.map(run => (
        <AnalysisRun
          key={run.name}
          run={run}
          alreadyShown={rollout.abort?.because}
        />
      ))}
    </div>
  );
};
