import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { DocumentChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useState } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FieldDifferences } from './FieldDifferences';
import { UnifiedPatch } from './UnifiedPatch';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  choice: { alignSelf: 'flex-start' },
  button: {
    padding: theme.spacing(0.25, 1.5),
    textTransform: 'none',
    color: theme.palette.text.secondary,
  },
}));

type View = 'fields' | 'text';

/** What differs of a document: field by field, or as a text. */
export const DocumentChangeDetails = ({
  change,
  title,
}: {
  change: DocumentChange;
  title: string;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const hasFields = change.differences.length > 0;
  const [view, setView] = useState<View>(hasFields ? 'fields' : 'text');
  return (
    <div className={classes.root}>
      {hasFields && change.patch !== '' && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          className={classes.choice}
          aria-label={t('preview.view', { title })}
          onChange={(_event, chosen: View | null) => {
            if (chosen) {
              setView(chosen);
            }
          }}
        >
          <ToggleButton value="fields" className={classes.button}>
            {t('preview.asFields')}
          </ToggleButton>
          <ToggleButton value="text" className={classes.button}>
            {t('preview.asText')}
          </ToggleButton>
        </ToggleButtonGroup>
      )}
      {view === 'fields' && (
        <FieldDifferences
          label={t('preview.patch', { title })}
          differences={change.differences}
        />
      )}
      {view === 'text' && change.patch !== '' && (
        <UnifiedPatch
          label={t('preview.patch', { title })}
          patch={change.patch}
        />
      )}
      {[change.before, change.after].some(each => each?.kind === 'Secret') && (
        <Typography variant="body2" color="textSecondary">
          {t('preview.secret')}
        </Typography>
      )}
      {change.shortened && (
        <Typography variant="body2" color="textSecondary">
          {t('preview.shortened')}
        </Typography>
      )}
    </div>
  );
};
