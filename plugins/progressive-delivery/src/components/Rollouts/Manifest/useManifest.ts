import { useApi } from '@backstage/core-plugin-api';
import { RolloutManifest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useEffect, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../../api';
import { useOneRequest } from '../../../hooks/requests/useOneRequest';

interface ManifestState {
  /** The one that came last. */
  manifest?: RolloutManifest;
  /** Why no later one has come. */
  error?: Error;
  busy: boolean;
}

/** A Rollout as its cluster has it, as soon as this is used, and once more whenever it is asked for. */
export function useManifest(
  reference: TargetReference,
  { name, namespace }: { namespace: string; name: string },
): ManifestState & { load: () => void } {
  const api = useApi(progressiveDeliveryApiRef);
  const send = useOneRequest();
  const [state, setState] = useState<ManifestState>({ busy: true });

  const load = useCallback(() => {
    const sent = send(
      signal =>
        api.getRolloutManifest(reference, { namespace, name }, { signal }),
      {
        onAnswer: manifest => setState({ manifest, busy: false }),
        onFailure: error => setState(last => ({ ...last, error, busy: false })),
      },
    );
    if (sent) {
      setState(last => ({ ...last, busy: true }));
    }
  }, [api, name, namespace, reference, send]);
  useEffect(load, [load]);

  return { ...state, load };
}
