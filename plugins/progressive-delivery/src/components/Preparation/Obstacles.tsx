import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ChartPreparation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { documentationUrl } from '../../repositories/documentationUrl';
import { shortCommit } from '../../repositories/shortCommit';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/notices/Notice';
import { WebLink } from '../../ui/controls/WebLink';
import { Working } from '../../ui/Working';

type Refused = Extract<ChartPreparation, { state: 'refused' }>;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
  },
  heading: { fontWeight: 'bold' },
  top: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  obstacle: {
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
    '&:not(:last-child)': { marginBottom: theme.spacing(0.5) },
  },
}));

export interface ObstaclesProps extends Pick<Refused, 'base' | 'obstacles'> {
  /** Whether it is being checked once more. */
  checking: boolean;
  onCheckAgain: () => void;
}

/** Why a chart is not given the switch: which line of which template, and what to do instead. */
export const Obstacles = ({
  base: { branch, commit },
  checking,
  obstacles,
  onCheckAgain,
}: ObstaclesProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const texts = obstacles.map(each => messageText('adoptionObstacle', each));
  return (
    <Paper className={classes.root}>
      <Notice
        severity="warning"
        title={t('preparation.refused')}
        action={
          <Button
            size="small"
            aria-disabled={checking}
            onClick={checking ? undefined : onCheckAgain}
          >
            {t('preparation.checkAgain')}
          </Button>
        }
      >
        <div>{t('preparation.refusedHelp')}</div>
        <WebLink url={documentationUrl('docs/chart-pattern.md')}>
          {t('preparation.byHand')}
        </WebLink>
      </Notice>
      {checking && <Working doing={t('preparation.working')} />}
      <div>
        <div className={classes.top}>
          <Typography
            variant="body2"
            component="h3"
            className={classes.heading}
          >
            {t('preparation.obstacles')}
          </Typography>
          <CopyTextButton
            variant="tertiary"
            text={texts.join('\n')}
            aria-label={t('preparation.copyObstacles')}
            tooltipText={t('preview.copied')}
          />
        </div>
        <ul className={classes.list}>
          {texts.map((text, index) => (
            // What stands in several values or templates may be said alike.
            <li key={`${index} ${text}`} className={classes.obstacle}>
              {text}
            </li>
          ))}
        </ul>
      </div>
      <Typography variant="caption" color="textSecondary">
        {t('preparation.readFrom', { branch, commit: shortCommit(commit) })}
      </Typography>
    </Paper>
  );
};
