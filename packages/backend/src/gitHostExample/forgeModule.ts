import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { progressiveDeliveryGitHostsExtensionPoint } from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { ForgeHost } from './ForgeHost';

export default createBackendModule({
  pluginId: 'progressive-delivery',
  moduleId: 'forge',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        gitHosts: progressiveDeliveryGitHostsExtensionPoint,
      },
      async init({ config, gitHosts }) {
        const forge = config.getConfig('forge');
        const host = forge.getString('host');
        const forgeHost = ForgeHost.create({
          host,
          apiBaseUrl: forge.getString('apiBaseUrl'),
          token: forge.getString('token'),
        });
        gitHosts.addHost(repository =>
          new URL(repository).host === host ? forgeHost : undefined,
        );
      },
    });
  },
});
