import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Stepper } from '../../ui/Stepper';
import { WebLink } from '../../ui/controls/WebLink';
import { StopDetails } from './StopDetails';

const useStyles = makeStyles({ reason: { overflowWrap: 'anywhere' } });

/** How far a proposal has come, and what it waits for. */
export const JourneyStepper = ({ proposal }: { proposal: Proposal }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const { journey, number } = proposal;
  return (
    <div>
      <Stepper
        label={t('proposals.journey', { number: String(number) })}
        steps={journey.map(stop => {
          const { id, state, url } = stop;
          const name = t(`stop.${id}`);
          return {
            id,
            state,
            name: url ? <WebLink url={url}>{name}</WebLink> : name,
            details: <StopDetails stop={stop} />,
          };
        })}
      />
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
