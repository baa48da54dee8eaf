import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  comparisonValuesReadPermission,
  RolloutManifest,
  splitAtHiddenValues,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';

/** What of a Rollout is not shown, and why. */
export const ManifestNotes = ({
  manifest: { masked, notRendered, shortened, yaml },
}: {
  manifest: RolloutManifest;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  // Whoever is shown values is not shown these.
  const holdsSecrets = !masked && splitAtHiddenValues(yaml).length > 1;
  const notes = [
    ...(masked && !notRendered
      ? [
          t('preview.masked', {
            permission: comparisonValuesReadPermission.name,
          }),
        ]
      : []),
    ...(holdsSecrets ? [t('manifest.secret')] : []),
    ...(shortened ? [t('manifest.shortened')] : []),
  ];
  return (
    <>
      {notRendered && (
        <Notice severity="warning" title={t('manifest.notRendered')}>
          {messageText('problem', notRendered)}
        </Notice>
      )}
      {notes.map(note => (
        <Typography key={note} variant="body2" color="textSecondary">
          {note}
        </Typography>
      ))}
    </>
  );
};
