import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { progressiveDeliveryServiceRef } from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { createProposeAction } from './proposeAction';

/**
 * Adds the action `progressive-delivery:propose` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleProgressiveDelivery = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'progressive-delivery',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        progressiveDelivery: progressiveDeliveryServiceRef,
      },
      async init({ actions, progressiveDelivery }) {
        actions.addActions(createProposeAction({ progressiveDelivery }));
      },
    });
  },
});
