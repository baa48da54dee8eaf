import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Everybody signed in may do everything, and nobody else anything: this Backstage is a benchmark's own. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'signed-in-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async (_, user) => ({
            result: user ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        });
      },
    });
  },
});
