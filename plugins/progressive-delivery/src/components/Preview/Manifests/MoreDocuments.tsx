import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { DocumentsProblem } from './DocumentsProblem';
import { Loading } from './useComparedDocuments';
import { useInSight } from './useInSight';

const useStyles = makeStyles({
  root: { position: 'relative' },
  // Reaches up into the list, so that what follows is there before one has scrolled to its end. An observer's margin does
  // nothing where a part of the page scrolls, as it does in Backstage.
  ahead: {
    position: 'absolute',
    bottom: 0,
    height: 800,
    width: 1,
    pointerEvents: 'none',
  },
});

/**
 * The end of the list as long as there is more of it: what follows is shown as soon as one scrolls near, and to those who
 * do not scroll when they press the button.
 */
export const MoreDocuments = ({
  left,
  loading,
  onNext,
  onPressed,
  onRetry,
}: {
  /** So many documents are known not to be shown yet. */
  left: number;
  loading: Loading;
  /** Shows or loads what follows; memoized. */
  onNext: () => void;
  /** When somebody has asked for it by the button. */
  onPressed: () => void;
  onRetry: () => void;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  // What has failed is not tried again unless somebody says so.
  const end = useInSight<HTMLDivElement>(
    loading.state === 'idle' ? onNext : undefined,
    left,
  );
  const isBusy = loading.state === 'busy';
  return (
    <div className={classes.root}>
      <div ref={end} className={classes.ahead} />
      {loading.state === 'failed' && (
        <DocumentsProblem
          title={t('preview.documentsFailed')}
          error={loading.error}
          onRetry={onRetry}
        />
      )}
      {loading.state !== 'failed' && left > 0 && (
        <Button
          size="small"
          aria-busy={isBusy}
          startIcon={isBusy && <CircularProgress size={16} color="inherit" />}
          onClick={() => {
            onPressed();
            onNext();
          }}
        >
          {t('preview.moreDocuments', { count: left })}
        </Button>
      )}
    </div>
  );
};
