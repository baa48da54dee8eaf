import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetReference } from '../../../api';
import { useErrorSentence } from '../../../hooks/texts/useErrorSentence';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/Notice';
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
  const errorSentence = useErrorSentence();
  const { busy, error, load, manifest } = useManifest(reference, rollout);
  const { name } = rollout;
  return (
    <div className={classes.root}>
      {error && (
        <Notice
          severity="error"
          role="alert"
          title={t('manifest.failed')}
          action={
            <Button size="small" aria-busy={busy} onClick={load}>
              {t('retry')}
            </Button>
          }
        >
          {errorSentence(error)}
        </Notice>
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
