import { useApi } from '@backstage/core-plugin-api';
import {
  Comparison,
  DocumentChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { progressiveDeliveryApiRef } from '../../../api';
import { ShownComparison } from './ShownComparison';
import { useOneRequest } from '../../../hooks/requests/useOneRequest';

/** A document that differs, and its place among all that do. */
export interface ComparedDocument {
  place: number;
  change: DocumentChange;
}

export type Loading =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'failed'; error: Error };

export interface ComparedDocuments {
  /** Those that are loaded, in the comparison's order. */
  documents: readonly ComparedDocument[];
  /** Of all documents that differ. */
  count: number;
  complete: boolean;
  /** How the next page is. */
  loading: Loading;
  /** Loads the next page, where there is one and it is not on its way. */
  loadMore: () => void;
}

/**
 * The documents of a comparison, page by page.
 *
 * @param wantsAll - whether to go on until all are loaded, or one page cannot be
 */
export function useComparedDocuments(
  comparison: Comparison,
  { reference, seen }: ShownComparison,
  wantsAll: boolean,
): ComparedDocuments {
  const api = useApi(progressiveDeliveryApiRef);
  const send = useOneRequest();
  const cursor = useRef(comparison.nextCursor);
  const [documents, setDocuments] = useState(() =>
    placed(comparison.changes, 0),
  );
  const [loading, setLoading] = useState<Loading>({ state: 'idle' });

  const loadMore = useCallback(() => {
    const { current } = cursor;
    if (current === undefined) {
      return;
    }
    const sent = send(
      signal =>
        api.getComparisonDocuments(
          reference,
          { ...seen, cursor: current },
          { signal },
        ),
      {
        onAnswer: page => {
          cursor.current = page.nextCursor;
          setDocuments(last => [...last, ...placed(page.changes, last.length)]);
          setLoading({ state: 'idle' });
        },
        onFailure: error => setLoading({ state: 'failed', error }),
      },
    );
    if (sent) {
      setLoading({ state: 'busy' });
    }
  }, [api, reference, seen, send]);

  useEffect(() => {
    if (wantsAll && loading.state === 'idle') {
      loadMore();
    }
  }, [wantsAll, loading, loadMore]);

  return {
    documents,
    count: comparison.changed ?? documents.length,
    complete: cursor.current === undefined,
    loading,
    loadMore,
  };
}

function placed(
  changes: readonly DocumentChange[],
  from: number,
): ComparedDocument[] {
  return changes.map((change, index) => ({ change, place: from + index }));
}
