import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { progressiveDeliveryApiRef } from '../api';
import { clusterSignInApiRef } from '../api/ClusterSignIn';
import { lazyClient } from '../api/lazyClient';

export const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: progressiveDeliveryApiRef,
      deps: {
        clusterSignIn: clusterSignInApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
      },
      factory: options => lazyClient(options),
    }),
});
