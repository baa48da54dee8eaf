import { mockServices } from '@backstage/backend-test-utils';
import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RepositoryService } from '../../git/RepositoryService';
import { noCharts } from '../../charts/__testUtils__/noCharts';
import { memoryRepositories } from '../../overlays/__testUtils__/layOut';
import { applicationSchema } from '../../targets/applications/application';
import { applicationSources } from '../../targets/applications/applicationSources';
import { ApplicationTarget } from '../../targets/applications/DeliveryTarget';
import { renderTool } from '../../variants/__testUtils__/renderTools';
import { VariantService } from '../../variants/VariantService';
import { PreflightService } from '../PreflightService';
import { ScenarioClusters } from './ScenarioClusters';
import { ScenarioFiles } from './ScenarioFiles';

const SWITCH = 'progressiveDelivery.enabled';

/** The repository's files in the scenario that runs: one after the other, so that the same overlay is rendered once. */
let laidOut: Record<string, string> = {};

const variants = VariantService.create({
  repositories: {
    // It uses nothing else of the service.
    ...memoryRepositories({}),
    layOut: (source, selection) =>
      memoryRepositories({ [source.repository]: laidOut }).layOut(
        source,
        selection,
      ),
  } as RepositoryService,
  charts: noCharts(),
  helm: renderTool('helm'),
  kustomize: renderTool('kustomize'),
  apiVersions: [],
  concurrency: 2,
});

/** What all checks say of a scenario, whose overlay the real tools render. */
export async function runScenario(files: ScenarioFiles): Promise<Preflight> {
  const { cluster = 'main', enabled, refused } = files.description;
  const application = applicationSchema.parse(files.object('application.yaml'));
  const target: ApplicationTarget = {
    kind: 'application',
    id: 'main.argocd.shop',
    title: 'shop',
    argocd: 'main',
    instanceName: 'shop',
    kustomizeBuildOptions: ['--enable-helm'],
    sources: applicationSources(application),
    destination: {
      cluster: cluster ?? undefined,
      server: application.spec.destination.server,
      namespace: application.spec.destination.namespace,
    },
    application,
  };
  laidOut = Object.fromEntries(
    Array.from(files.below('overlay'), ([path, text]) => [
      `overlay/${path}`,
      text,
    ]),
  );
  const preflight = PreflightService.create({
    clusters: new ScenarioClusters(files.objects(), refused),
    variants,
    config: {
      argocd: [
        {
          name: 'main',
          cluster: 'main',
          namespace: 'argocd',
          applicationNamespaces: ['argocd'],
          repositories: [],
          kustomizeBuildOptions: ['--enable-helm'],
        },
      ],
      preflight: { checks: {}, acknowledgeWarnings: false },
    },
    logger: mockServices.logger.mock(),
  });
  const { comparison } = await preflight.compare(target, {
    switch: SWITCH,
    enabled,
  });
  if (!comparison.preflight) {
    throw new Error('The switch is set that way already: nothing was checked');
  }
  return comparison.preflight;
}
