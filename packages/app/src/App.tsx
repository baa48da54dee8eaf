import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import progressiveDeliveryPlugin from '@progressive-delivery/backstage-plugin-progressive-delivery/alpha';
import { navModule } from './modules/nav';
import { sandboxModule } from './modules/sandbox';

export default createApp({
  features: [
    catalogPlugin,
    catalogGraphPlugin,
    kubernetesPlugin,
    orgPlugin,
    scaffolderPlugin,
    userSettingsPlugin,
    progressiveDeliveryPlugin,
    navModule,
    sandboxModule,
  ],
});
