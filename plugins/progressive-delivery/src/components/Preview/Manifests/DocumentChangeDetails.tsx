import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DocumentChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { FieldDifferences } from './FieldDifferences';
import { ManifestView } from './ManifestToolbar';
import { PatchTable } from './PatchTable';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  difference: { display: 'flex', alignItems: 'flex-start' },
  table: { flex: 1, minWidth: 0 },
}));

/** What differs of a document: field by field, where it has what to compare with, or as a text. */
export const DocumentChangeDetails = ({
  change,
  title,
  view,
}: {
  change: DocumentChange;
  title: string;
  view: ManifestView;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const label = t('preview.patch', { title });
  const copyLabel = t('preview.copyOne', { title });
  const shown =
    view === 'fields' && change.differences.length === 0 ? 'unified' : view;
  return (
    <div className={classes.root}>
      {shown === 'fields' ? (
        <FieldDifferences label={label} differences={change.differences} />
      ) : (
        change.patch !== '' && (
          <div className={classes.difference}>
            <div className={classes.table}>
              <PatchTable label={label} patch={change.patch} layout={shown} />
            </div>
            <CopyTextButton
              variant="tertiary"
              text={change.patch}
              aria-label={copyLabel}
              tooltipText={t('preview.copied')}
            />
          </div>
        )
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
