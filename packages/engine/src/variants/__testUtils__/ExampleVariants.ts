import { resolve } from 'node:path';
import { noCharts } from '../../charts/__testUtils__/noCharts';
import { ApplicationTarget } from '../../targets/applications/DeliveryTarget';
import { applicationSchema } from '../../targets/applications/application';
import { RenderLimits } from '../../RenderLimits';
import { FolderRepositories } from './FolderRepositories';
import { renderTool } from './renderTools';
import { VariantService } from '../VariantService';

const EXAMPLES = resolve(__dirname, '../../../../../examples/gitops');
/** In the example: a values file, and its switches. */
export const VALUES = 'argocd/applications/agents/values.yaml';
export const CONTROLLERS = 'controllers.progressiveDelivery.enabled';

export const repository = 'https://git.example.com/platform/gitops.git';

export const production: ApplicationTarget = {
  kind: 'application',
  argocd: 'main',
  instanceName: 'agents',
  kustomizeBuildOptions: ['--enable-helm'],
  id: 'main.argocd.agents',
  title: 'agents',
  sources: [
    { repository, revision: 'main', path: 'argocd/applications/agents' },
  ],
  destination: { cluster: 'main', namespace: 'agents' },
  application: applicationSchema.parse({
    metadata: { name: 'agents', namespace: 'argocd' },
    spec: {},
  }),
};

export const staging: ApplicationTarget = {
  ...production,
  id: 'main.argocd.agents-staging',
  title: 'agents-staging',
  destination: { cluster: 'main', namespace: 'agents-staging' },
  sources: [
    {
      repository,
      revision: 'main',
      path: 'charts/agents',
      helm: {
        releaseName: 'agents',
        valueFiles: ['/argocd/applications/agents-staging/values.yaml'],
        ignoreMissingValueFiles: false,
        parameters: [],
        fileParameters: [],
        apiVersions: [],
        skipCrds: true,
        skipTests: false,
        skipSchemaValidation: false,
      },
    },
  ],
};

/** The service in front of the example's files, some of which a test writes over. */
export class ExampleVariants {
  static create(): ExampleVariants {
    return new ExampleVariants();
  }

  readonly repositories = new FolderRepositories(EXAMPLES);
  readonly variants = this.service();

  private constructor() {}

  service(
    options: {
      helm?: string;
      apiVersions?: string[];
      limits?: RenderLimits;
    } = {},
  ): VariantService {
    return VariantService.create({
      repositories: this.repositories,
      charts: noCharts(),
      helm: options.helm ?? renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: options.apiVersions ?? [],
      concurrency: 2,
      limits: options.limits,
    });
  }
}
