import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import DownloadIcon from '@material-ui/icons/GetApp';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { SearchField } from '../../../ui/controls/SearchField';
import { ManifestView } from './ShownComparison';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
    // The name of the filter stands on its border.
    rowGap: theme.spacing(1.5),
    marginBottom: theme.spacing(1),
  },
  button: {
    padding: theme.spacing(0.25, 1.5),
    textTransform: 'none',
    color: theme.palette.text.secondary,
  },
  filter: { flex: '0 1 320px', minWidth: 160 },
  files: { display: 'flex', alignItems: 'center', marginLeft: 'auto' },
}));

export interface ManifestToolbarProps {
  views: ManifestView[];
  view: ManifestView;
  onView: (view: ManifestView) => void;
  /** Absent where there is nothing to choose from. */
  filter?: { text: string; onChange: (text: string) => void };
  /** All documents, or those that the filter finds, as a diff; absent as long as not all of them are loaded. */
  diff?: string;
  /** Saves it once they are. */
  onDownload: () => void;
  downloading: boolean;
}

/** How the manifests' difference is shown, which documents of it, and the way to take it along. */
export const ManifestToolbar = ({
  views,
  view,
  onView,
  filter,
  diff,
  onDownload,
  downloading,
}: ManifestToolbarProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <div className={classes.root}>
      {views.length > 1 && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          aria-label={t('preview.view')}
          onChange={(_event, chosen: ManifestView | null) => {
            if (chosen) {
              onView(chosen);
            }
          }}
        >
          {views.map(each => (
            <ToggleButton key={each} value={each} className={classes.button}>
              {t(`preview.as.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {filter && (
        <SearchField
          className={classes.filter}
          label={t('preview.filter')}
          value={filter.text}
          onChange={filter.onChange}
        />
      )}
      <div className={classes.files}>
        {/* Thousands of documents are for a file. */}
        {diff !== undefined && (
          <CopyTextButton
            variant="tertiary"
            text={diff}
            aria-label={t('preview.copyAll')}
            tooltipText={t('preview.copied')}
          />
        )}
        <Tooltip title={t('preview.download')}>
          <IconButton
            color="inherit"
            aria-label={t('preview.download')}
            aria-busy={downloading}
            onClick={onDownload}
          >
            <DownloadIcon />
          </IconButton>
        </Tooltip>
      </div>
    </div>
  );
};
