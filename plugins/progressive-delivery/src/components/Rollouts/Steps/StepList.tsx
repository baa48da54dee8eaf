import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import FailedIcon from '@material-ui/icons/Cancel';
import CheckIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import CurrentIcon from '@material-ui/icons/RadioButtonChecked';
import WaitingIcon from '@material-ui/icons/RadioButtonUnchecked';
import SkippedIcon from '@material-ui/icons/RemoveCircleOutline';
import { RolloutStep } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { StepTime } from './StepTime';

const useStyles = makeStyles(theme => ({
  root: {
    flex: '1 1 320px',
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.75, 1.5),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  step: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.25, 1, 0.25, 0.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.body2.fontSize,
    // The track that leads here from the step before.
    '& + &::before': {
      content: '""',
      position: 'absolute',
      right: '100%',
      top: '50%',
      width: theme.spacing(1.5),
      borderTop: `2px solid ${theme.palette.divider}`,
    },
  },
  icon: { fontSize: '1.1em', flexShrink: 0 },
  done: { '& svg': { color: theme.palette.status.ok } },
  current: {
    borderColor: theme.palette.text.primary,
    boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
    fontWeight: 'bold',
    // Forced colors leave no shadow.
    '@media (forced-colors: active)': { outline: '1px solid' },
  },
  waiting: { color: theme.palette.text.secondary },
  unknown: { color: theme.palette.text.secondary },
  failed: { '& svg': { color: theme.palette.status.error } },
  skipped: {
    color: theme.palette.text.secondary,
    textDecoration: 'line-through',
  },
}));

const icons: Record<RolloutStep['state'], typeof CheckIcon> = {
  done: CheckIcon,
  current: CurrentIcon,
  waiting: WaitingIcon,
  skipped: SkippedIcon,
  failed: FailedIcon,
  unknown: UnknownIcon,
};

/** The steps of a canary as a track: their states by picture and, for those who listen, in words, and how long they took. */
export const StepList = ({ steps }: { steps: RolloutStep[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { separator } = useListFormat();
  const messageText = useMessageText();
  return (
    <ol className={classes.root} aria-label={t('rollout.steps')}>
      {steps.map((step, index) => {
        const Icon = icons[step.state];
        return (
          <li
            // Steps have no name and never change places; the index is what they are told apart by.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            className={`${classes.step} ${classes[step.state]}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <Icon className={classes.icon} aria-hidden />
            <span>{messageText('step', step.description)}</span>
            <VisuallyHidden>
              {separator}
              {t(`stepState.${step.state}`)}
            </VisuallyHidden>
            <StepTime step={step} />
          </li>
        );
      })}
    </ol>
  );
};
