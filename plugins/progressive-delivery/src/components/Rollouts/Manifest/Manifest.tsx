import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetReference } from '../../../api';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { FailedNotice } from '../../../ui/notices/FailedNotice';
import { YamlText } from '../../Yaml/YamlText';
import { ManifestNotes } from './ManifestNotes';
import { ManifestSkeleton } from './ManifestSkeleton';
import { ManifestToolbar } from './ManifestToolbar';
import { useManifest } from './useManifest';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', rowGap: theme.spacing(1), minWidth: 0 },
}));

export interface ManifestProps {
  reference: TargetReference;
  rollout: Pick<RolloutStatus, 'namespace' | 'name'>;
}

/** The YAML of a Rollout, as its cluster had it when this was opened. */
export const Manifest = ({ reference, rollout }: ManifestProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { busy, error, load, manifest } = useManifest(reference, rollout);
  const { name } = rollout;
  return (
    <div className={classes.root}>
      {error && (
        <FailedNotice
          title={t('manifest.failed')}
          error={error}
          busy={busy}
          onRetry={load}
        />
      )}
      {busy && !manifest && <ManifestSkeleton />}
      {manifest && (
        <>
          <ManifestToolbar
            name={name}
            manifest={manifest}
            busy={busy}
            onReload={load}
          />
          <ManifestNotes manifest={manifest} />
          {manifest.yaml !== '' && (
            <YamlText
              label={t('manifest.label', { name })}
              yaml={manifest.yaml}
            />
          )}
        </>
      )}
    </div>
  );
};
