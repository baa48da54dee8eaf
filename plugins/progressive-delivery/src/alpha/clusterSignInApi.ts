import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { ClusterSignIn, clusterSignInApiRef } from '../api/ClusterSignIn';

export const clusterSignInApi = ApiBlueprint.make({
  name: 'cluster-sign-in',
  params: defineParams =>
    defineParams({
      api: clusterSignInApiRef,
      deps: {},
      factory: () => ClusterSignIn.create(),
    }),
});
