import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ClearIcon from '@material-ui/icons/CheckCircle';
import BlockIcon from '@material-ui/icons/ErrorOutline';
import IncompleteIcon from '@material-ui/icons/HelpOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarnIcon from '@material-ui/icons/ReportProblemOutlined';
import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Verdict, verdictOf } from './verdictOf';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  block: { color: theme.palette.status.error },
  warn: { color: theme.palette.status.warning },
  incomplete: { color: theme.palette.text.secondary },
  info: { color: theme.palette.text.secondary },
  clear: { color: theme.palette.status.ok },
}));

const icons: Record<Verdict, typeof ClearIcon> = {
  block: BlockIcon,
  warn: WarnIcon,
  incomplete: IncompleteIcon,
  info: InfoIcon,
  clear: ClearIcon,
};

/** How many checks ran, found something and could not complete, in a line. */
export const PreflightSummary = ({ preflight }: { preflight: Preflight }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const verdict = verdictOf(preflight);
  const Icon = icons[verdict];
  const { couldNotLook, found, looked } = preflight.summary;
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <Icon
        className={classes[verdict]}
        fontSize="small"
        titleAccess={t(`preflight.verdict.${verdict}`)}
      />
      <span>
        {t('preflight.summary', {
          count: looked,
          found,
          couldNotLook,
        })}
      </span>
    </Typography>
  );
};
