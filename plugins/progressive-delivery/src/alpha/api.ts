import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ProgressiveDeliveryClient, progressiveDeliveryApiRef } from '../api';
import { clusterSignInApiRef } from '../api/ClusterSignIn';

export const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: progressiveDeliveryApiRef,
      deps: {
        clusterSignIn: clusterSignInApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
      },
      factory: options => ProgressiveDeliveryClient.create(options),
    }),
});
