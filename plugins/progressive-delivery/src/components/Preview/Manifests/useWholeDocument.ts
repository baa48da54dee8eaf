import { useApi } from '@backstage/core-plugin-api';
import { WholeDocument } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef } from '../../../api';
import { useShownComparison } from './ShownComparison';
import { useOneRequest } from '../../../hooks/requests/useOneRequest';

type WholeDocumentState =
  | { state: 'absent' }
  | { state: 'busy' }
  | { state: 'failed'; error: Error }
  | { state: 'loaded'; document: WholeDocument };

/** All lines of a document of the comparison in context, once somebody asks for them. */
export function useWholeDocument(place: number): {
  whole: WholeDocumentState;
  load: () => void;
} {
  const api = useApi(progressiveDeliveryApiRef);
  const { reference, seen } = useShownComparison();
  const [whole, setWhole] = useState<WholeDocumentState>({ state: 'absent' });
  const send = useOneRequest();
  const isLoaded = whole.state === 'loaded';

  const load = useCallback(() => {
    if (isLoaded) {
      return;
    }
    const sent = send(
      signal =>
        api.getComparisonDocument(reference, { ...seen, place }, { signal }),
      {
        onAnswer: document => setWhole({ state: 'loaded', document }),
        onFailure: error => setWhole({ state: 'failed', error }),
      },
    );
    if (sent) {
      setWhole({ state: 'busy' });
    }
  }, [api, isLoaded, place, reference, seen, send]);
  return { whole, load };
}
