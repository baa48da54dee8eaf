import { ApiBlueprint, identityApiRef } from '@backstage/frontend-plugin-api';
import { progressiveDeliveryApiRef } from '../api';
import {
  RolloutStreams,
  rolloutStreamsApiRef,
} from '../streaming/RolloutStreams';
import { browserTabs } from '../streaming/Tabs';

export const rolloutStreamsApi = ApiBlueprint.make({
  name: 'rollout-streams',
  params: defineParams =>
    defineParams({
      api: rolloutStreamsApiRef,
      deps: { api: progressiveDeliveryApiRef, identityApi: identityApiRef },
      factory: ({ api, identityApi }) =>
        RolloutStreams.create({ api, identityApi, tabs: browserTabs() }),
    }),
});
