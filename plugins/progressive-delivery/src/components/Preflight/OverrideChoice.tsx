import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { Finding } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useFindingText } from '../../hooks/texts/useFindingText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Override } from './useOverride';

export interface OverrideChoiceProps {
  finding: Finding;
  override: Override;
  disabled: boolean;
}

/** Whether a finding that keeps the pull request from being opened is to be overridden. */
export const OverrideChoice = ({
  finding,
  override,
  disabled,
}: OverrideChoiceProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const textOf = useFindingText();
  const label = t(
    finding.severity === 'warn'
      ? 'preflight.acknowledge'
      : 'preflight.override',
  );
  return (
    <FormControlLabel
      label={<Typography variant="body2">{label}</Typography>}
      control={
        <Checkbox
          size="small"
          color="primary"
          checked={override.isAccepted(finding)}
          disabled={disabled}
          onChange={event =>
            override.setAccepted(finding, event.target.checked)
          }
          // There may be several of them.
          inputProps={{
            'aria-label': t('preflight.decision', {
              decision: label,
              finding: textOf(finding, 'seen'),
            }),
          }}
        />
      }
    />
  );
};
