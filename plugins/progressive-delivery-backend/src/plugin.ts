import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { progressiveDeliveryPermissions } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  progressiveDeliveryGitHostsExtensionPoint,
  progressiveDeliveryPreflightExtensionPoint,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import {
  ChartLayouts,
  ChartService,
  WorkerPool,
} from '@progressive-delivery/engine';
import { ClusterCapabilities } from './clusters/ClusterCapabilities';
import { ClusterProxy } from './clusters/ClusterProxy';
import { ClusterService } from './clusters/ClusterService';
import { RolloutPatcher } from './clusters/RolloutPatcher';
import { readConfig } from './config';
import { FleetService } from './fleet/FleetService';
import { ChartPreparations } from './preparation/ChartPreparations';
import { OverviewService } from './overview/OverviewService';
import { SyncedCommits } from './overview/SyncedCommits';
import { CustomGitHosts } from './proposals/CustomGitHosts';
import { gitHostFor } from './proposals/gitHostFor';
import { CustomChecks } from './preflight/CustomChecks';
import { PreflightService } from './preflight/PreflightService';
import { PruneLastService } from './preflight/PruneLastService';
import { EditedFiles } from './proposals/editedFile/EditedFiles';
import { ProposalPeople } from './proposals/people/ProposalPeople';
import { KnownPullRequests } from './proposals/pullRequests/KnownPullRequests';
import { subscribeToPullRequests } from './proposals/pullRequests/subscribeToPullRequests';
import { ProposalActions } from './proposals/ProposalActions';
import { OpenProposals } from './proposals/OpenProposals';
import { ProposalJourneys } from './proposals/following/ProposalJourneys';
import { ProposalService } from './proposals/ProposalService';
import { ProposalTexts } from './proposals/text/ProposalTexts';
import { configuredHosts } from './git/command/configuredHosts';
import { RepositoryService } from './git/RepositoryService';
import { RolloutActionService } from './rollouts/actions/RolloutActionService';
import { RolloutManifestService } from './rollouts/manifests/RolloutManifestService';
import { RolloutService } from './rollouts/live/RolloutService';
import { RolloutWatchService } from './rollouts/watch/RolloutWatchService';
import { workloadWatches } from './rollouts/live/workloadWatches';
import { DoctorService } from './doctor/DoctorService';
import { SetupService } from './setup/SetupService';
import { createRouter } from './router/createRouter';
import { EntityAccess } from './router/EntityAccess';
import { TargetService } from './targets/TargetService';
import { LastKnownTargets } from './variants/LastKnownTargets';
import { configuredVariants } from './variants/configuredVariants';

/**
 * The progressive-delivery backend plugin.
 *
 * @public
 */
export const progressiveDeliveryPlugin = createBackendPlugin({
  pluginId: 'progressive-delivery',
  register(env) {
    const checks = CustomChecks.create();
    env.registerExtensionPoint(
      progressiveDeliveryPreflightExtensionPoint,
      checks,
    );
    const gitHosts = CustomGitHosts.create();
    env.registerExtensionPoint(
      progressiveDeliveryGitHostsExtensionPoint,
      gitHosts,
    );
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
      },
      async init({
        auditor,
        auth,
        cache,
        catalog,
        discovery,
        events,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        permissions,
        permissionsRegistry,
        rootConfig,
      }) {
        const config = readConfig(rootConfig);
        const integrations = ScmIntegrations.fromConfig(rootConfig);
        const github =
          DefaultGithubCredentialsProvider.fromIntegrations(integrations);

        const proxy = ClusterProxy.create({ discovery, auth });
        const clusters = ClusterService.create({ proxy });
        const targets = TargetService.create({
          clusters,
          config,
          integrations,
          logger,
        });
        const repositories = await RepositoryService.start({
          events,
          integrations,
          hosts: configuredHosts(rootConfig),
          logger,
          cacheDirectory: config.cacheDirectory,
          cacheLimit: config.cacheMegabytes * 1024 ** 2,
          git: config.tools.git,
          maximumAge: config.revisionCacheSeconds * 1000,
        });
        const charts = ChartService.create({
          repositories: config.chartRepositories,
          cacheDirectory: config.cacheDirectory,
        });
        const variants = configuredVariants({
          repositories,
          charts: ChartLayouts.create({ charts }),
          capabilities: ClusterCapabilities.create({ proxy }),
          config,
        });
        const setup = await SetupService.start({
          config,
          rootConfig,
          variants,
          logger,
        });
        const descriptions = LastKnownTargets.create({
          variants,
          cache,
          logger,
        });
        const watches = workloadWatches({ clusters, logger });
        const rollouts = RolloutService.create({
          clusters,
          proxy,
          logger,
          variants,
          watches,
        });
        const rolloutWatch = RolloutWatchService.create({
          argocd: config.argocd,
          targets,
          watches,
          proxy,
          logger,
        });
        const rolloutActions = RolloutActionService.create({
          clusters,
          patcher: RolloutPatcher.create({ proxy }),
          descriptions,
          logger,
        });
        const preflight = PreflightService.create({
          variants,
          clusters,
          config,
          logger,
          checks: checks.all,
        });
        const known = KnownPullRequests.create();
        await subscribeToPullRequests({
          events,
          logger,
          onChange: repository => {
            known.forget(repository);
            rolloutWatch.pullRequestsChanged(repository);
          },
        });
        const gitHostOf = (repository: string) =>
          gitHostFor(repository, {
            custom: gitHosts,
            integrations,
            github,
            logger,
            repositories,
          });
        const appUrl = rootConfig.getOptionalString('app.baseUrl');
        const texts = ProposalTexts.create({
          config: config.proposals,
          appUrl,
        });
        const people = ProposalPeople.create({
          auth,
          catalog,
          logger,
          config: config.proposals,
        });
        const proposals = ProposalService.create({
          gitHostOf,
          repositories,
          variants,
          preflight,
          known,
          journeys: ProposalJourneys.create({
            known,
            gitHostOf,
            rollouts,
            clusters,
            variants,
            config,
          }),
          texts,
          people,
          config: config.proposals,
          author: config.author,
          logger,
        });
        const proposalActions = ProposalActions.create({
          known,
          gitHostOf,
          repositories,
          variants,
          preflight,
          texts,
          config: config.proposals,
          author: config.author,
          logger,
        });
        const preparations = ChartPreparations.create({
          gitHostOf,
          known,
          repositories,
          variants,
          descriptions,
          pruneLast: PruneLastService.create({ clusters, config }),
          people,
          limits: config.rendering.limits,
          config: config.proposals,
          author: config.author,
          appUrl,
          logger,
        });
        const overview = OverviewService.create({
          targets,
          variants: descriptions,
          rollouts,
          proxy,
          commits: SyncedCommits.create({ repositories }),
          config,
        });

        const fleet = FleetService.create({
          argocd: config.argocd,
          auth,
          catalog,
          clusters,
          config,
          logger,
          openProposals: OpenProposals.create({
            gitHostOf,
            repositories,
            config: config.proposals,
          }),
          proxy,
          targets,
          variants,
          watches,
        });

        lifecycle.addShutdownHook(() => fleet.close());
        lifecycle.addShutdownHook(() => rolloutWatch.close());
        lifecycle.addShutdownHook(() => preparations.close());
        lifecycle.addShutdownHook(() => repositories.close());
        lifecycle.addShutdownHook(() => WorkerPool.forProcess().close());
        permissionsRegistry.addPermissions(progressiveDeliveryPermissions);
        httpRouter.use(
          createRouter({
            httpAuth,
            logger,
            rolloutWatch,
            access: EntityAccess.create({
              httpAuth,
              permissions,
              catalog,
              config,
            }),
            auditor,
            editedFiles: EditedFiles.create({
              repositories,
              integrations,
              logger,
            }),
            fleet,
            overview,
            preflight,
            preparations,
            proposals,
            proposalActions,
            rolloutActions,
            rolloutManifests: RolloutManifestService.create({
              clusters,
              variants,
            }),
            permissions,
            doctor: DoctorService.create({
              proxy,
              clusters,
              setup,
              integrations,
              gitHostOf,
              rootConfig,
              config,
            }),
            rollouts,
            setup,
            targets,
            variants,
          }),
        );
      },
    });
  },
});
