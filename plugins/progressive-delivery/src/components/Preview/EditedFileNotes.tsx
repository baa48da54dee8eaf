import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { EditedFile } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** What there is to know of the values file: who has to review a change of it, and what else leads to it. */
export const EditedFileNotes = ({ file }: { file: EditedFile }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const { codeOwners, links } = file;
  return (
    <>
      {codeOwners && codeOwners.owners.length > 0 && (
        <Typography variant="body2">
          {t('preview.codeOwners', {
            file: codeOwners.file,
            owners: names(codeOwners.owners),
          })}
        </Typography>
      )}
      {codeOwners && !codeOwners.complete && (
        <Typography variant="body2" color="textSecondary">
          {t('preview.codeOwnersIncomplete', { file: codeOwners.file })}
        </Typography>
      )}
      {links.length > 0 && (
        <Typography variant="body2">
          {t('preview.links', { links: names(links) })}
        </Typography>
      )}
    </>
  );
};
