import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  RolloutStatus,
  WorkloadEvent,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { useEventSentence } from './useEventSentence';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    rowGap: theme.spacing(0.25),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  event: {
    position: 'relative',
    display: 'flex',
    alignItems: 'baseline',
    columnGap: theme.spacing(1),
  },
  icon: {
    fontSize: '1.1em',
    flexShrink: 0,
    alignSelf: 'flex-start',
    marginTop: 3,
  },
  warning: { color: theme.palette.status.warning },
  normal: { color: theme.palette.text.secondary },
  ago: {
    flex: '0 0 4.5em',
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  reason: { fontWeight: 'bold' },
}));

export interface EventListProps {
  events: WorkloadEvent[];
  workload: Pick<RolloutStatus, 'kind' | 'name'>;
}

/** What has happened to a workload and what it owns, latest first. */
export const EventList = ({ events, workload }: EventListProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const sentenceOf = useEventSentence(workload);
  return (
    <ul className={classes.root} aria-label={t('events.label')}>
      {events.map((event, index) => {
        const isWarning = event.type === 'Warning';
        const Icon = isWarning ? WarningIcon : InfoIcon;
        return (
          <Typography
            // Nothing tells two events apart; that they are drawn anew when another comes does no harm.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            component="li"
            variant="body2"
            className={classes.event}
          >
            <Icon
              className={`${classes.icon} ${
                isWarning ? classes.warning : classes.normal
              }`}
              aria-hidden
            />
            {isWarning && (
              <VisuallyHidden>{t('events.warning')} </VisuallyHidden>
            )}
            <span
              className={classes.ago}
              title={event.at === undefined ? undefined : clock.at(event.at)}
            >
              {event.at !== undefined && clock.since(event.at)}
            </span>
            <span className={classes.text}>
              <span className={classes.reason}>{event.reason}</span>{' '}
              {sentenceOf(event)}
            </span>
          </Typography>
        );
      })}
    </ul>
  );
};
