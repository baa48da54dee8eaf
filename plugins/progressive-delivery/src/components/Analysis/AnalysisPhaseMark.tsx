import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import FailedIcon from '@material-ui/icons/Cancel';
import SuccessfulIcon from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import InconclusiveIcon from '@material-ui/icons/Help';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import RunningIcon from '@material-ui/icons/Loop';
import PendingIcon from '@material-ui/icons/Schedule';
import { AnalysisPhase } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

const icons: Record<AnalysisPhase, typeof FailedIcon> = {
  Pending: PendingIcon,
  Running: RunningIcon,
  Successful: SuccessfulIcon,
  Failed: FailedIcon,
  Error: ErrorIcon,
  Inconclusive: InconclusiveIcon,
  Unknown: UnknownIcon,
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    '& svg': { fontSize: '1.1em' },
  },
  Pending: { '& svg': { color: theme.palette.text.secondary } },
  Running: { '& svg': { color: theme.palette.status.running } },
  Successful: { '& svg': { color: theme.palette.status.ok } },
  Failed: { '& svg': { color: theme.palette.status.error } },
  Error: { '& svg': { color: theme.palette.status.error } },
  Inconclusive: { '& svg': { color: theme.palette.status.warning } },
  Unknown: { '& svg': { color: theme.palette.text.secondary } },
}));

/** How an analysis, a metric or an experiment stands, by colour, picture and word. */
export const AnalysisPhaseMark = ({ phase }: { phase: AnalysisPhase }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const Icon = icons[phase];
  return (
    <span className={`${classes.root} ${classes[phase]}`}>
      <Icon aria-hidden />
      <span>{t(`analysis.phase.${phase}`)}</span>
    </span>
  );
};
