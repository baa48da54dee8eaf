import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import DownloadIcon from '@material-ui/icons/GetApp';
import { RolloutManifest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DateTime } from 'luxon';
import { useTimeFormat } from '../../../hooks/texts/useTimeFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { downloadText } from '../../../ui/downloadText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
  },
  files: { display: 'flex', alignItems: 'center', marginLeft: 'auto' },
}));

export interface ManifestToolbarProps {
  /** Of the Rollout. */
  name: string;
  manifest: RolloutManifest;
  busy: boolean;
  onReload: () => void;
}

/** How old the YAML is, and the ways to renew it and to take it along. */
export const ManifestToolbar = ({
  busy,
  manifest: { observedAt, yaml },
  name,
  onReload,
}: ManifestToolbarProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { clockTime } = useTimeFormat();
  const download = t('manifest.download', { name });
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary" role="status">
        {t('manifest.asOf', {
          time: clockTime(DateTime.fromISO(observedAt), Date.now()),
        })}
      </Typography>
      <Button size="small" aria-busy={busy} onClick={onReload}>
        {t('manifest.reload')}
      </Button>
      {yaml !== '' && (
        <div className={classes.files}>
          <CopyTextButton
            variant="tertiary"
            text={yaml}
            aria-label={t('manifest.copy', { name })}
            tooltipText={t('preview.copied')}
          />
          <Tooltip title={download}>
            <IconButton
              aria-label={download}
              onClick={() => downloadText(`${name}.yaml`, yaml)}
            >
              <DownloadIcon />
            </IconButton>
          </Tooltip>
        </div>
      )}
    </div>
  );
};
