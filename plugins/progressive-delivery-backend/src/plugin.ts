import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { progressiveDeliveryPermissions } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ClusterService } from './clusters/ClusterService';
import { readConfig } from './config';
import { OverviewService } from './overview/OverviewService';
import { ProposalService } from './proposals/ProposalService';
import { configuredHosts } from './repositories/configuredHosts';
import { RepositoryService } from './repositories/RepositoryService';
import { RolloutService } from './rollouts/RolloutService';
import { createRouter } from './router/createRouter';
import { EntityAccess } from './router/EntityAccess';
import { TargetService } from './targets/TargetService';
import { VariantService } from './variants/VariantService';

/**
 * The progressive-delivery backend plugin.
 *
 * @public
 */
export const progressiveDeliveryPlugin = createBackendPlugin({
  pluginId: 'progressive-delivery',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
      },
      async init({
        auditor,
        auth,
        catalog,
        discovery,
        httpAuth,
        httpRouter,
        logger,
        permissions,
        permissionsRegistry,
        rootConfig,
      }) {
        const config = readConfig(rootConfig);
        const integrations = ScmIntegrations.fromConfig(rootConfig);

        const clusters = ClusterService.create({ discovery, auth });
        const targets = TargetService.create({
          clusters,
          config,
          integrations,
          logger,
        });
        const repositories = RepositoryService.create({
          integrations,
          hosts: configuredHosts(rootConfig),
          logger,
          cacheDirectory: config.cacheDirectory,
          git: config.tools.git,
        });
        const variants = VariantService.create({
          repositories,
          helm: config.tools.helm,
          kustomize: config.tools.kustomize,
          kubeVersion: config.rendering.kubeVersion,
          apiVersions: config.rendering.apiVersions,
          concurrency: config.rendering.concurrency,
        });
        const rollouts = RolloutService.create({ clusters, logger });
        const proposals = ProposalService.create({
          integrations,
          repositories,
          variants,
          rollouts,
          author: config.author,
          logger,
        });
        const overview = OverviewService.create({
          targets,
          variants,
          rollouts,
        });

        permissionsRegistry.addPermissions(progressiveDeliveryPermissions);
        httpRouter.use(
          createRouter({
            access: EntityAccess.create({ httpAuth, permissions, catalog }),
            auditor,
            overview,
            proposals,
            rollouts,
            targets,
            variants,
          }),
        );
      },
    });
  },
});
