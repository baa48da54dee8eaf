import { mockServices } from '@backstage/backend-test-utils';
// What its tests use is no export of the package.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { noCharts } from '@progressive-delivery/engine/src/charts/__testUtils__/noCharts';
import { renderTool } from '@progressive-delivery/engine/src/variants/__testUtils__/renderTools';
import {
  applicationSchema,
  applicationSources,
  ApplicationTarget,
  defaultRenderLimits,
  known,
  livePruneLast,
  Pieces,
  VariantService,
} from '@progressive-delivery/engine';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { RepositoryService } from '../../git/RepositoryService';
import { KnownPullRequests } from '../../proposals/pullRequests/KnownPullRequests';
import {
  ChartPreparations,
  ChartPreparationsOptions,
} from '../ChartPreparations';

/** The service with the real tools, in front of a cluster that a test decides on. */
export function createPreparations({
  gitHostOf,
  live,
  repositories,
}: Pick<ChartPreparationsOptions, 'gitHostOf'> & {
  repositories: RepositoryService;
  /** What runs. */
  live: () => Pieces['workloads'];
}): ChartPreparations {
  return ChartPreparations.create({
    gitHostOf,
    known: KnownPullRequests.create(),
    repositories,
    variants: VariantService.create({
      repositories,
      charts: noCharts(),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: [],
      concurrency: 1,
    }),
    descriptions: { lastKnown: async () => undefined },
    pruneLast: {
      of: async (target, workloads) =>
        livePruneLast(workloads, {
          application: async () =>
            known(
              applicationSchema.parse(
                target.kind === 'application' ? target.application : {},
              ),
            ),
          workloads: async () => known(live()),
        }),
    },
    people: {
      involvedIn: async () => ({
        coAuthor: { name: 'A Guest', email: 'guest@example.com' },
        reviewers: { people: [], teams: [] },
        reviewed: false,
      }),
    },
    limits: defaultRenderLimits,
    config: {
      branchPrefix: 'progressive-delivery/',
      draft: false,
      enabled: true,
      labels: [],
    },
    openingMilliseconds: 0,
    author: { name: 'Backstage', email: 'backstage@example.com' },
    appUrl: 'https://backstage.example.com',
    logger: mockServices.logger.mock(),
  });
}

/** An Application of sources in one repository, whose Deployment runs in namespace `shop`. */
export function applicationOf(
  repoURL: string,
  ...written: object[]
): ApplicationTarget {
  const sources = written.map(source => ({
    repoURL,
    targetRevision: 'main',
    ...source,
  }));
  const application = applicationSchema.parse({
    metadata: { name: 'web', namespace: 'argocd' },
    spec: sources.length > 1 ? { sources } : { source: sources[0] },
    status: {
      resources: [
        { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
      ],
    },
  });
  return {
    kind: 'application',
    argocd: 'main',
    instanceName: 'web',
    kustomizeBuildOptions: ['--enable-helm'],
    id: 'main.argocd.web',
    title: 'web',
    destination: { namespace: 'shop' },
    sources: applicationSources(application),
    application,
  };
}
