import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ApplicationState } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { WebLink } from '../../ui/controls/WebLink';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
  dot: { width: 8, height: 8, borderRadius: '50%', flexShrink: 0 },
}));

/** The worse of sync and health decides. */
function colour(theme: Theme, { sync, health }: ApplicationState): string {
  const { status } = theme.palette;
  if (health === 'Degraded' || health === 'Missing') {
    return status.error;
  }
  if (sync === 'Unknown' || health === 'Unknown') {
    return status.aborted;
  }
  if (sync === 'OutOfSync') {
    return status.warning;
  }
  return health === 'Healthy' ? status.ok : status.running;
}

const useColour = makeStyles<Theme, { application: ApplicationState }>(
  theme => ({
    dot: {
      backgroundColor: ({ application }) => colour(theme, application),
    },
  }),
);

/** Sync and health of the Application, quietly: the canary is what matters here. Leads to it, where that is known. */
export const ArgoCdState = ({
  application,
}: {
  application: ApplicationState;
}) => {
  const classes = useStyles();
  const { dot } = useColour({ application });
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { health, sync, url } = application;
  const text = t('target.argocd', { sync, health });
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      component="span"
      className={classes.root}
    >
      <span className={`${classes.dot} ${dot}`} aria-hidden />
      <span>
        {url === undefined ? text : <WebLink url={url}>{text}</WebLink>}
      </span>
    </Typography>
  );
};
