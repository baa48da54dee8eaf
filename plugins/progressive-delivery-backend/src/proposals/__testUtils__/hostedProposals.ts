import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import {
  DeliveryTarget,
  TargetDescription,
  unreadDescription,
} from '@progressive-delivery/engine';
import {
  defaultBodyTemplate,
  defaultTitleTemplate,
} from '../../proposalTemplates';
import { configuredHosts } from '../../git/command/configuredHosts';
import { RepositoryService } from '../../git/RepositoryService';
import { CustomGitHosts } from '../CustomGitHosts';
import { gitHostFor } from '../gitHostFor';
import { KnownPullRequests } from '../pullRequests/KnownPullRequests';
import { ProposalJourneys } from '../following/ProposalJourneys';
import { ProposalService, ProposalServiceOptions } from '../ProposalService';
import { ProposalTexts } from '../text/ProposalTexts';

const target: DeliveryTarget = {
  kind: 'overlay',
  id: 'main.argocd.web',
  title: 'web',
  sources: [],
  destination: { cluster: 'main', namespace: 'shop' },
};

const requester = {
  entityRef: 'component:default/web',
  userEntityRef: 'user:default/guest',
};

const quiet = () => {};
const logger: LoggerService = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  child: () => logger,
};

/**
 * What opens and lists pull requests at a real Git host, with all but the rendering and a cluster: what a switch would
 * change is read from Git, and always the same.
 */
export function hostedProposals({
  directory,
  file,
  integrations: integrationsConfig,
  labels = [],
  openingMilliseconds,
  repository,
  reviewers = [],
  revision = 'main',
}: {
  directory: string;
  /** A values file that holds `enabled: false`. */
  file: string;
  integrations: JsonObject;
  /** Of the configuration. */
  labels?: string[];
  /** As of {@link ProposalServiceOptions}. */
  openingMilliseconds?: number;
  repository: string;
  /** Logins, of the configuration. */
  reviewers?: string[];
  /** Of the target. */
  revision?: string;
}) {
  const config = new ConfigReader({ integrations: integrationsConfig });
  const integrations = ScmIntegrations.fromConfig(config);
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const repositories = RepositoryService.create({
    integrations,
    hosts: configuredHosts(config),
    logger,
    cacheDirectory: directory,
  });
  const readAll = {
    key: file,
    select: async () => ({ paths: [file], found: undefined }),
  };
  const describe = async (paths: string[]): Promise<TargetDescription> => ({
    ...unreadDescription(target),
    rendering: { state: 'done' },
    editPlaces: paths.map(path => ({
      switch: path,
      repository,
      base: 'main',
      file,
      path,
    })),
  });
  const gitHostOf = () =>
    gitHostFor(repository, {
      custom: CustomGitHosts.create(),
      github,
      integrations,
      logger,
      repositories,
    });
  const options: Omit<ProposalServiceOptions, 'variants' | 'known'> = {
    gitHostOf,
    openingMilliseconds,
    repositories,
    preflight: {
      compare: async (_, { enabled, switch: path }) => {
        const { layout } = await repositories.layOut(
          { repository, revision },
          readAll,
        );
        const { branch = '', commit } = layout;
        return {
          comparison: {
            target: target.id,
            switch: path,
            enabled,
            digest: 'd',
            profile: { id: 'p', helm: 'v4', kustomize: 'v5', apiVersions: [] },
            base: { repository, branch, commit },
            summary: 'Deployment web becomes a Rollout.',
            sentences: [],
            alreadySet: false,
            masked: true,
            unstable: [],
            unchanged: 0,
            changes: [],
          },
          edit: {
            repository,
            branch,
            commit,
            file,
            path,
            after: 'enabled: true\n',
          },
        };
      },
    },
    texts: ProposalTexts.create({
      config: {
        titleTemplate: defaultTitleTemplate,
        bodyTemplate: defaultBodyTemplate,
      },
    }),
    people: {
      involvedIn: async () => ({
        reviewers: { people: reviewers, teams: [] },
        reviewed: reviewers.length > 0,
      }),
    },
    config: {
      branchPrefix: 'progressive-delivery/',
      draft: false,
      labels,
    },
    author: { name: 'Backstage', email: 'backstage@example.com' },
    journeys: ProposalJourneys.create({
      gitHostOf,
      known: KnownPullRequests.create(),
      clusters: { list: async () => ({ objects: [], unreadable: [] }) },
      variants: { switchesAt: async () => new Map() },
      config: { argocd: [] },
      rollouts: {
        statuses: async () => ({
          observedAt: new Date().toISOString(),
          rollouts: [],
          problems: [],
          lookedFor: [],
        }),
      },
    }),
    logger,
  };
  const withSwitches = (paths: string[]) =>
    ProposalService.create({
      ...options,
      known: KnownPullRequests.create(),
      variants: { describe: () => describe(paths) },
    });
  const service = withSwitches([]);
  return {
    /** Asks for the pull request that turns a switch on. */
    propose: (path: string) =>
      service.propose(
        target,
        { switch: path, enabled: true, digest: 'd', profile: 'p' },
        requester,
      ),
    /** The pull requests of some switches. */
    list: (paths: string[]) => withSwitches(paths).list(target),
    close: () => repositories.close(),
  };
}
