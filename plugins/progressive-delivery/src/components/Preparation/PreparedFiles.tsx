import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  ChartPreparation,
  comparisonValuesReadPermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useState } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { downloadText } from '../../ui/downloadText';
import { ManifestToolbar } from '../Preview/Manifests/ManifestToolbar';
import { PatchLayout } from '../Preview/Manifests/Patch/PatchTable';
import { PreparedFile } from './PreparedFile';

type Prepared = Extract<ChartPreparation, { state: 'prepared' }>;

/** The files of a chart that change, each with its diff. */
export const PreparedFiles = ({
  files,
  masked,
}: Pick<Prepared, 'files' | 'masked'>) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  // Two files side by side are too narrow to be read there, and all diffs are too long to come to the form.
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'), {
    noSsr: true,
  });
  const [chosen, setChosen] = useState<PatchLayout>('unified');
  const layout = isNarrow ? 'unified' : chosen;
  const diff = files.map(({ patch }) => patch).join('');
  return (
    <>
      {masked && (
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('preparation.masked', {
            permission: comparisonValuesReadPermission.name,
          })}
        </Typography>
      )}
      <ManifestToolbar
        views={isNarrow ? ['unified'] : ['unified', 'split']}
        view={layout}
        onView={view => {
          if (view !== 'fields') {
            setChosen(view);
          }
        }}
        diff={diff}
        downloading={false}
        onDownload={() => downloadText('chart.diff', diff)}
      />
      {files.map(file => (
        <PreparedFile
          key={file.path}
          file={file}
          layout={layout}
          folded={isNarrow}
        />
      ))}
    </>
  );
};
