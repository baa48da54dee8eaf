import { sourceSchema } from '../../targets/applications/applicationSource';
import { deliverySource } from '../../targets/applications/deliverySource';
import { DeliverySource } from '../../targets/applications/DeliveryTarget';
import { BuildSubject } from '../sources/BuildEnvironment';
import { noCharts } from '../../charts/__testUtils__/noCharts';
import { Layout } from '../../git/trees/Layout';
import { LaidOutSource } from '../LaidOutSource';
import { layOutSource } from '../layOutSource';
import { LaidOut, Repositories, Selection } from '../../git/trees/Repositories';
import { Entry, treeOf } from '../../git/__testUtils__/treeOf';

export const GITOPS = 'https://git.example.com/platform/gitops.git';

/** A source, as it would stand in an Application. */
export function sourceOf(
  fields: Record<string, unknown> = {},
  field = 'spec.source',
): DeliverySource {
  const written = { repoURL: GITOPS, path: 'app', ...fields };
  return deliverySource(sourceSchema.parse(written), {
    field,
    owner: 'Application web',
  });
}

/** What Argo CD would know of the Application `web`. */
export function subjectOf(fields: Partial<BuildSubject> = {}): BuildSubject {
  return {
    instanceName: 'web',
    project: 'default',
    namespace: 'shop',
    kustomizeBuildOptions: ['--enable-helm'],
    severalSources: false,
    ...fields,
  };
}

/** Repositories in memory, by URL. */
export function memoryRepositories(
  repositories: Record<string, Record<string, Entry>>,
  options: { branch?: string; commit?: string } = { branch: 'main' },
): Repositories {
  return {
    refresh: () => undefined,
    layOut: async <T>(
      { repository }: { repository: string },
      selection: Selection<T>,
    ): Promise<LaidOut<T>> => {
      const tree = treeOf(repositories[repository]);
      tree.commit = options.commit ?? tree.commit;
      const { found, paths } = await selection.select(tree);
      const layout = await Layout.create({
        repository,
        branch: options.branch,
        tree,
        paths,
      });
      return { found, layout };
    },
  };
}

/** Lays a source out from repositories in memory, by URL. */
export async function layOut(
  repositories: Record<string, Record<string, Entry>>,
  source: DeliverySource,
  options: { subject?: BuildSubject; refSources?: DeliverySource[] } = {},
): Promise<LaidOutSource> {
  return layOutSource(source, {
    subject: options.subject ?? subjectOf(),
    refSources: options.refSources ?? [],
    charts: noCharts(),
    permitsCharts: () => true,
    repositories: memoryRepositories(repositories),
  });
}
