import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Everybody signed in reads, and nobody does anything else. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'read-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async ({ permission }, user) => ({
            result:
              user && permission.attributes.action === 'read'
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          }),
        });
      },
    });
  },
});
