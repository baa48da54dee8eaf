import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** What the backend takes, `proposalRequestSchema`. */
const MAXIMUM_CHARACTERS = 2000;

export interface OverrideReasonProps {
  reason: string;
  onChange: (reason: string) => void;
  disabled: boolean;
}

/** Why somebody goes ahead in spite of what was found. */
export const OverrideReason = ({
  reason,
  onChange,
  disabled,
}: OverrideReasonProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const id = useId();
  return (
    <TextField
      id={id}
      label={t('preflight.why')}
      helperText={t('preflight.whyHelp')}
      value={reason}
      onChange={event => onChange(event.target.value)}
      disabled={disabled}
      inputProps={{ maxLength: MAXIMUM_CHARACTERS }}
      variant="outlined"
      size="small"
      required
      fullWidth
      multiline
      maxRows={4}
    />
  );
};
