import { mockServices } from '@backstage/backend-test-utils';
import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  applicationSchema,
  applicationSources,
  ApplicationTarget,
  VariantService,
} from '@progressive-delivery/engine';
// What its tests use is no export of the package.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { noCharts } from '@progressive-delivery/engine/src/charts/__testUtils__/noCharts';
import { memoryRepositories } from '@progressive-delivery/engine/src/overlays/__testUtils__/layOut';
import { renderTool } from '@progressive-delivery/engine/src/variants/__testUtils__/renderTools';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { PreflightService } from '../PreflightService';
import { ScenarioClusters } from './ScenarioClusters';
import { ScenarioFiles, ScenarioObject } from './ScenarioFiles';

const SWITCH = 'progressiveDelivery.enabled';

/** The repository's files in the scenario that runs: one after the other, so that the same overlay is rendered once. */
let laidOut: Record<string, string> = {};

const variants = VariantService.create({
  repositories: {
    refresh: () => {},
    layOut: (source, selection) =>
      memoryRepositories({ [source.repository]: laidOut }).layOut(
        source,
        selection,
      ),
  },
  charts: noCharts(),
  helm: renderTool('helm'),
  kustomize: renderTool('kustomize'),
  apiVersions: [],
  concurrency: 2,
});

/** What all checks say of a scenario, whose overlay the real tools render. */
export async function runScenario(
  files: ScenarioFiles,
  { onStage }: { onStage?: (stage: string) => void } = {},
): Promise<Preflight> {
  const { enabled, mayRead, openProposals, refused } = files.description;
  const target = targetOf(files.object('application.yaml'), files);
  const earlier = Array.from(files.below('earlier').keys(), file =>
    targetOf(files.object(`earlier/${file}`), files),
  );
  laidOut = Object.fromEntries([
    ...Array.from(files.below('overlay'), ([path, text]) => [
      `overlay/${path}`,
      text,
    ]),
    ...files.below('repository'),
  ]);
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
  const { comparison } = await preflight.compare(
    target,
    { switch: SWITCH, enabled },
    {
      asker: {
        entityRef: 'component:default/web',
        targets: async () => [...earlier, target],
        mayRead: async entityRefs =>
          new Set(entityRefs.filter(each => mayRead.includes(each))),
        openProposals: async () => openProposals,
      },
      onStage,
    },
  );
  if (!comparison.preflight) {
    throw new Error('The switch is set that way already: nothing was checked');
  }
  return comparison.preflight;
}

function targetOf(
  object: ScenarioObject,
  { description: { cluster = 'main' } }: ScenarioFiles,
): ApplicationTarget {
  const application = applicationSchema.parse(object);
  const { name, namespace } = application.metadata;
  return {
    kind: 'application',
    id: `main.${namespace}.${name}`,
    title: name,
    argocd: 'main',
    instanceName: name,
    kustomizeBuildOptions: ['--enable-helm'],
    sources: applicationSources(application),
    destination: {
      cluster: cluster ?? undefined,
      server: application.spec.destination.server,
      namespace: application.spec.destination.namespace,
    },
    application,
  };
}
