import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircle';
import CurrentIcon from '@material-ui/icons/RadioButtonChecked';
import WaitingIcon from '@material-ui/icons/RadioButtonUnchecked';
import FailedIcon from '@material-ui/icons/Error';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import Typography from '@material-ui/core/Typography';
import {
  JourneyStop,
  Proposal,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { WebLink } from '../../ui/WebLink';
import { StopDetails } from './StopDetails';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    rowGap: theme.spacing(0.5),
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 1),
    padding: 0,
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
  stop: {
    fontSize: theme.typography.body2.fontSize,
    [theme.breakpoints.up('sm')]: {
      '&:not(:last-child)': { paddingRight: theme.spacing(1) },
      '&:not(:last-child) > :first-child::after': {
        content: '""',
        flex: 1,
        minWidth: theme.spacing(3),
        margin: theme.spacing(0, 0, 0, 0.5),
        borderTop: `1px solid ${theme.palette.text.secondary}`,
      },
    },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  icon: { fontSize: '1.1em', flexShrink: 0 },
  done: { '& svg': { color: theme.palette.status.ok } },
  current: { fontWeight: 'bold' },
  waiting: { color: theme.palette.text.secondary },
  unknown: { color: theme.palette.text.secondary },
  reason: { overflowWrap: 'anywhere' },
  failed: {
    fontWeight: 'bold',
    '& svg': { color: theme.palette.status.error },
  },
}));

const icons: Record<JourneyStop['state'], typeof CheckIcon> = {
  done: CheckIcon,
  current: CurrentIcon,
  waiting: WaitingIcon,
  failed: FailedIcon,
  unknown: UnknownIcon,
};

/** How far a proposal has come, and what it waits for. */
export const JourneyStepper = ({ proposal }: { proposal: Proposal }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const { journey, number } = proposal;
  return (
    <div>
      <ol
        className={classes.root}
        aria-label={t('proposals.journey', { number: String(number) })}
      >
        {journey.map(stop => {
          const { id, state, url } = stop;
          const Icon = icons[state];
          return (
            <li
              key={id}
              className={`${classes.stop} ${classes[state]}`}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              <span className={classes.name}>
                <Icon className={classes.icon} aria-hidden />
                <span>
                  {url ? (
                    <WebLink url={url}>{t(`stop.${id}`)}</WebLink>
                  ) : (
                    t(`stop.${id}`)
                  )}
                </span>
                <VisuallyHidden>{`, ${t(
                  `stopState.${state}`,
                )}`}</VisuallyHidden>
              </span>
              <StopDetails stop={stop} />
            </li>
          );
        })}
      </ol>
      {journey.map(
        ({ id, problem, reason, state }) =>
          reason && (
            <Typography
              key={id}
              variant="body2"
              color={state === 'failed' ? 'textPrimary' : 'textSecondary'}
              className={classes.reason}
            >
              {problem
                ? t('proposals.because', {
                    reason: messageText('journey', reason),
                    problem: messageText('problem', problem),
                  })
                : messageText('journey', reason)}
            </Typography>
          ),
      )}
    </div>
  );
};
