import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  ExperimentStatus,
  ExperimentTemplateStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../hooks/time/useClock';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Facts } from '../../ui/Facts';
import { AnalysisPhaseMark } from './AnalysisPhaseMark';
import { AnalysisRun } from './AnalysisRun';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
  },
  message: { overflowWrap: 'anywhere' },
  parts: {
    display: 'grid',
    rowGap: theme.spacing(0.5),
    paddingLeft: theme.spacing(2.5),
  },
  templates: { listStyle: 'none', margin: 0, padding: 0 },
}));

export interface ExperimentProps {
  experiment: ExperimentStatus;
  /** What stands above it already, and is not to be said once more. */
  alreadyShown?: string;
}

/** An experiment: how it stands, how much longer it takes, the versions that run in it, and its analyses. */
export const Experiment = ({
  experiment,
  alreadyShown = '',
}: ExperimentProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts } = useListFormat();
  const clock = useClock();
  const { analysisRuns, message, name, phase, revision, stepIndex, until } =
    experiment;
  const remaining =
    phase === 'Running' && until !== undefined ? clock.until(until) : undefined;
  const templateSentence = (template: ExperimentTemplateStatus) => {
    const { available, desired, service, status } = template;
    const state = facts([
      t('experiment.template', { name: template.name, available, desired }),
      ...(status ? [status] : []),
      ...(service === undefined ? [] : [t('experiment.service', { service })]),
    ]);
    return template.message
      ? t('rollout.because', { what: state, message: template.message })
      : state;
  };
  return (
    <div role="group" aria-label={t('experiment.label', { name })}>
      <Typography variant="body2" component="div" className={classes.line}>
        <AnalysisPhaseMark phase={phase} />
        <span>
          {stepIndex === undefined
            ? t('experiment.title')
            : t('experiment.titleAt', { step: stepIndex + 1 })}
        </span>
        {remaining !== undefined && until !== undefined && (
          <span>
            {t('experiment.until', { remaining, time: clock.at(until) })}
          </span>
        )}
        <Typography variant="body2" component="span" color="textSecondary">
          <Facts>
            {name}
            {revision !== undefined &&
              t('rollout.revision', { revision: String(revision) })}
          </Facts>
        </Typography>
      </Typography>
      <div className={classes.parts}>
        {message !== undefined && !alreadyShown.includes(message) && (
          <Typography
            variant="body2"
            component="div"
            className={classes.message}
          >
            {message}
          </Typography>
        )}
        <ul
          className={classes.templates}
          aria-label={t('experiment.templates', { name })}
        >
          {experiment.templates.map(template => (
            <Typography key={template.name} variant="body2" component="li">
              {templateSentence(template)}
            </Typography>
          ))}
        </ul>
        {analysisRuns === undefined && (
          <Typography variant="body2" color="textSecondary" component="div">
            {t('experiment.analysesUnread')}
          </Typography>
        )}
        {analysisRuns?.map(run => (
          <AnalysisRun
            key={run.name}
            run={run}
            alreadyShown={`${alreadyShown} ${message ?? ''}`}
          />
        ))}
      </div>
    </div>
  );
};
