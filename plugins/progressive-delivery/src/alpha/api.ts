import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ProgressiveDeliveryClient, progressiveDeliveryApiRef } from '../api';

export const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: progressiveDeliveryApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        ProgressiveDeliveryClient.create({ discoveryApi, fetchApi }),
    }),
});
