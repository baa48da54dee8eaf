import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { MOST_TITLE_CHARACTERS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ProposalFields } from './useProposalFields';

/** What the backend takes, `proposalRequestSchema`. */
const DESCRIPTION_MAXIMUM_CHARACTERS = 4000;

export interface ProposalFormProps {
  fields: ProposalFields;
  disabled: boolean;
}

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'flex',
    flex: '1 1 100%',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
  text: { flex: '1 1 240px' },
}));

/** What a person may say about the pull request before it is opened. */
export const ProposalForm = ({ disabled, fields }: ProposalFormProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleId = useId();
  const reasonId = useId();
  const { change, values } = fields;
  return (
    <div className={classes.fields}>
      <TextField
        id={titleId}
        label={t('preview.title')}
        placeholder={t('preview.titleHelp')}
        value={values.title}
        onChange={event => change({ title: event.target.value })}
        disabled={disabled}
        inputProps={{ maxLength: MOST_TITLE_CHARACTERS }}
        variant="outlined"
        size="small"
        className={classes.text}
      />
      <TextField
        id={reasonId}
        label={t('preview.reason')}
        placeholder={t('preview.reasonHelp')}
        value={values.reason}
        onChange={event => change({ reason: event.target.value })}
        disabled={disabled}
        inputProps={{ maxLength: DESCRIPTION_MAXIMUM_CHARACTERS }}
        variant="outlined"
        size="small"
        multiline
        maxRows={4}
        className={classes.text}
      />
      <FormControlLabel
        label={t('preview.draft')}
        control={
          <Checkbox
            color="primary"
            size="small"
            checked={values.draft}
            onChange={event => change({ draft: event.target.checked })}
            disabled={disabled}
          />
        }
      />
    </div>
  );
};
