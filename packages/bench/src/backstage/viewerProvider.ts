import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { VIEWER_HEADER } from './viewerHeader';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  authenticate: async ({ req }) => ({
    result: { name: String(req.headers[VIEWER_HEADER]) },
  }),
});

/** Signs in whoever a header names, with a real token: this Backstage is a benchmark's own, on the loopback address. */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'viewer-provider',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'viewer',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: async ({ result }, context) => {
              const user = `user:default/${result.name}`;
              return context.issueToken({ claims: { sub: user, ent: [user] } });
            },
          }),
        });
      },
    });
  },
});
