import { CompoundEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { ProgressiveDeliveryApi, progressiveDeliveryApiRef } from '../../api';
import { EntityRollouts } from '../../streaming/EntityRollouts';
import { RolloutStreams } from '../../streaming/RolloutStreams';
import { browserTabs } from '../../streaming/Tabs';

/** Those of an app outlive the components that show them. No API of the app: every page would load them. */
const streamsOf = new WeakMap<ProgressiveDeliveryApi, RolloutStreams>();

/**
 * What runs of an entity, for all components that show it.
 *
 * @param entity - memoized by the caller
 */
export function useEntityRollouts(entity: CompoundEntityRef): EntityRollouts {
  const api = useApi(progressiveDeliveryApiRef);
  const identityApi = useApi(identityApiRef);
  return useMemo(() => {
    const streams =
      streamsOf.get(api) ??
      RolloutStreams.create({ api, identityApi, tabs: browserTabs() });
    streamsOf.set(api, streams);
    return streams.of(entity);
  }, [api, identityApi, entity]);
}
