import { sourceSchema } from '../../targets/applicationSource';
import { deliverySource } from '../../targets/deliverySource';
import { DeliverySource } from '../../targets/DeliveryTarget';
import { BuildSubject } from '../BuildEnvironment';
import { noCharts } from '../charts/__testUtils__/noCharts';
import { Layout } from '../Layout';
import { LaidOutSource, layOutSource } from '../layOutSource';
import { LaidOut, RepositoryService, Selection } from '../RepositoryService';
import { Entry, treeOf } from './treeOf';

export const GITOPS = 'https://git.example.com/platform/gitops.git';

/** A source, as it would stand in an Application. */
export function sourceOf(
  fields: Record<string, unknown> = {},
  field = 'spec.source',
): DeliverySource {
  const written = { repoURL: GITOPS, path: 'app', ...fields };
  return deliverySource(sourceSchema.parse(written), {
    field,
    owner: 'the Application',
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

/** Repositories in memory, by URL. It is all that laying out and rendering use of the service. */
export function memoryRepositories(
  repositories: Record<string, Record<string, Entry>>,
  options: { branch?: string; commit?: string } = { branch: 'main' },
): RepositoryService {
  const service: Pick<RepositoryService, 'layOut' | 'refresh'> = {
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
  return service as RepositoryService;
}

/** Lays a source out from repositories in memory, by URL. */
export async function layOut(
  repositories: Record<string, Record<string, Entry>>,
  source: DeliverySource,
  options: { subject?: BuildSubject; lenders?: DeliverySource[] } = {},
): Promise<LaidOutSource> {
  return layOutSource(source, {
    subject: options.subject ?? subjectOf(),
    lenders: options.lenders ?? [],
    charts: noCharts(),
    permitsCharts: () => true,
    repositories: memoryRepositories(repositories),
  });
}
