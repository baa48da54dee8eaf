import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useFirst } from '../../../hooks/useFirst';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { downloadText } from '../../../ui/downloadText';
import { DocumentList } from './DocumentList';
import { documentsWith } from './documentsWith';
import { ManifestToolbar } from './ManifestToolbar';
import { MoreDocuments } from './MoreDocuments';
import {
  manifestViews,
  ShownComparisonContext,
  useComparisonToShow,
} from './ShownComparison';
import { useComparedDocuments } from './useComparedDocuments';
import { useManifestQuery } from './useManifestQuery';

const FIRST = 20;
const STEP = 50;

export interface DocumentChangesProps {
  /** What shows another one is mounted anew. */
  comparison: Comparison;
  /** Asks for the comparison anew; memoized. */
  onPreviewAgain: () => void;
}

/** The rendered documents that differ, page by page; each folded but those whose kind changes. */
export const DocumentChanges = ({
  comparison,
  onPreviewAgain,
}: DocumentChangesProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  // Two documents side by side are too narrow to be read there.
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const { change: changeQuery, filter, view: chosen } = useManifestQuery();
  const view = isNarrow && chosen === 'split' ? 'unified' : chosen;
  const shownComparison = useComparisonToShow(comparison, {
    onPreviewAgain,
    view,
  });
  const wanted = useDeferredValue(filter);
  const isFiltered = wanted.trim() !== '';
  const [downloading, setDownloading] = useState(false);
  // What has to be looked through, or taken along, is loaded for it.
  const { complete, count, documents, loadMore, loading } =
    useComparedDocuments(
      comparison,
      shownComparison,
      isFiltered || downloading,
    );
  const found = useMemo(
    () => documentsWith(wanted, documents),
    [wanted, documents],
  );
  const diff = useMemo(
    () =>
      complete ? found.map(({ change }) => change.patch).join('') : undefined,
    [complete, found],
  );
  const { more, showMore, shown } = useFirst(found, {
    first: FIRST,
    step: STEP,
    of: wanted,
  });
  const showNext = useCallback(() => {
    if (more > 0) {
      showMore();
    } else {
      loadMore();
    }
  }, [loadMore, more, showMore]);

  useEffect(() => {
    if (downloading && diff !== undefined) {
      setDownloading(false);
      downloadText('manifests.diff', diff);
    }
  }, [diff, downloading]);

  /** The place in the list that the focus goes to once it is there. */
  const focused = useRef<number>();

  if (count === 0) {
    return null;
  }
  return (
    <ShownComparisonContext.Provider value={shownComparison}>
      <ManifestToolbar
        views={manifestViews.filter(each => each !== 'split' || !isNarrow)}
        view={view}
        onView={to => changeQuery({ view: to })}
        filter={
          // One that a URL says can be taken back, whatever is left to choose from.
          count > 1 || filter !== ''
            ? { text: filter, onChange: to => changeQuery({ filter: to }) }
            : undefined
        }
        diff={diff}
        downloading={downloading}
        onDownload={() => setDownloading(true)}
      />
      {isFiltered && (
        <Typography variant="body2" role="status" gutterBottom>
          {complete
            ? t('preview.found', { count, found: found.length })
            : t('preview.searching', { count })}
        </Typography>
      )}
      {(isFiltered || downloading) && !complete && (
        <LinearProgress
          variant="determinate"
          aria-label={t('preview.loadingDocuments')}
          value={(documents.length / count) * 100}
        />
      )}
      <DocumentList documents={shown} focused={focused} />
      {(more > 0 || !complete) && (
        <MoreDocuments
          left={more + (isFiltered ? 0 : count - documents.length)}
          loading={loading}
          onNext={showNext}
          onPressed={() => {
            focused.current = shown.length;
          }}
          onRetry={loadMore}
        />
      )}
    </ShownComparisonContext.Provider>
  );
};
