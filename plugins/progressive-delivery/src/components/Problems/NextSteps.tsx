import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { nextStepsOf } from './nextStepsOf';

/** What one does about problems that do not say it themselves. */
export const NextSteps = ({ problems }: { problems: readonly Problem[] }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <>
      {nextStepsOf(problems).map(step => (
        <Typography key={step} variant="body2">
          {t(`nextSteps.${step}`)}
        </Typography>
      ))}
    </>
  );
};
