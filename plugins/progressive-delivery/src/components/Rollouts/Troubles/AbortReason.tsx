import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Failure,
  RolloutStatus,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  quote: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(1),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
}));

/** Why it was aborted, or that somebody did it. What is only known in the controller's words is quoted. */
export const AbortReason = ({
  rollout: { abort, failure },
}: {
  rollout: Pick<RolloutStatus, 'abort' | 'failure'>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const known = failure && withoutStep(failure);
  if (known) {
    return <>{messageText('failure', known)}</>;
  }
  if (abort?.because === undefined) {
    return <>{t('abort.byHand')}</>;
  }
  return (
    <>
      {t('abort.controllerSays')}
      <blockquote className={classes.quote} lang="en">
        {abort.because}
      </blockquote>
    </>
  );
};

/** A failure without its step, which is told beside it; `undefined` where it is known in the controller's words alone. */
function withoutStep(failure: Failure): Failure | undefined {
  switch (failure.id) {
    case 'canaryAtStep':
    case 'canary': {
      const { cause } = failure.parameters;
      return cause.id === 'other'
        ? undefined
        : toMessage('failure', { id: 'canary', parameters: { cause } });
    }
    case 'rollout':
      return failure.parameters.cause.id === 'other' ? undefined : failure;
    case 'abortedAtStep':
      return toMessage('failure', { id: 'aborted', parameters: {} });
    case 'aborted':
    case 'unknown':
      return failure;
    default:
      return failure satisfies never;
  }
}
