import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { JourneyStop } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DateTime } from 'luxon';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { useTimeFormat } from '../../hooks/texts/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { userName } from '../../ui/userName';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 'normal',
    color: theme.palette.text.secondary,
  },
}));

/** When a stop was reached, by whom, and the commit. Nothing of one that was not. */
export const StopDetails = ({ stop }: { stop: JourneyStop }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts } = useListFormat();
  const { ago, dateTime } = useTimeFormat();
  const { at, by, commit, state } = stop;
  if (state !== 'done' && at === undefined) {
    return null;
  }
  const time = at === undefined ? undefined : DateTime.fromISO(at);
  const details = [
    at === undefined || time === undefined
      ? t('proposals.timeUnknown')
      : ago(time) ?? at,
    ...(by === undefined ? [] : [t('proposals.by', { who: userName(by) })]),
    ...(commit === undefined
      ? []
      : [t('proposals.commit', { commit: commit.slice(0, 8) })]),
  ];
  return (
    <span className={classes.root} title={time && dateTime(time)}>
      {facts(details)}
    </span>
  );
};
