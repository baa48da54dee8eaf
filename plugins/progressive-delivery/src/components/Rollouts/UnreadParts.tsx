import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { StatusPart } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) },
  icon: { fontSize: '1.1em', color: theme.palette.status.warning },
}));

/** What could not be read, so that nobody takes it for not being there. Why is told once for the whole target. */
export const UnreadParts = ({ unread }: { unread: StatusPart[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  return unread.length === 0 ? null : (
    <Typography variant="body2" className={classes.root}>
      <WarningIcon className={classes.icon} aria-hidden />
      {t('unread.sentence', {
        parts: names(unread.map(part => t(`unread.part.${part}`))),
      })}
    </Typography>
  );
};
