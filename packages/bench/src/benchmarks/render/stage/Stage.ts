import { join } from 'node:path';
// Git's own HTTP program behind a server, and a hand that commits: what the plugin's tests have as well.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { BareRepository } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/git/__testUtils__/BareRepository';
import { GitHttpServer } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/git/__testUtils__/GitHttpServer';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { Toolbox } from '@progressive-delivery/sandbox';
import { InputError } from '@backstage/errors';
import { clusterOf } from './clusterOf';
import { BenchmarkContext } from '../../../running/Benchmark';
import { PreviewProcess } from '../preview/PreviewProcess';
import { repositoryFiles } from '../repository/repositoryFiles';

const REPOSITORY = 'platform/gitops.git';

/** A repository with the overlays, and a process that previews them. */
export class Stage {
  static async set(context: BenchmarkContext): Promise<Stage> {
    const toolbox = Toolbox.create();
    for (const tool of ['helm', 'kustomize'] as const) {
      if (!toolbox.isBuilt(tool)) {
        throw new InputError(`Build ${tool} first: yarn sandbox build ${tool}`);
      }
    }
    const hosted = join(context.directory, 'hosted');
    const repository = BareRepository.create(join(hosted, REPOSITORY));
    repository.commit(await repositoryFiles());
    const server = await GitHttpServer.start(hosted);
    context.atEnd(() => server.stop());
    const tools = {
      helm: toolbox.tool('helm'),
      kustomize: toolbox.tool('kustomize'),
    };
    const preview = await PreviewProcess.start({
      ...tools,
      host: server.host,
      url: `${server.url}/${REPOSITORY}`,
      directory: join(context.directory, 'backend'),
      kubernetes: await clusterOf(context, tools),
    });
    context.atEnd(() => preview.stop());
    return new Stage(context, preview, repository.directory, tools);
  }

  private constructor(
    readonly context: BenchmarkContext,
    readonly preview: PreviewProcess,
    /** The bare repository, to be cloned from. */
    readonly repository: string,
    readonly tools: { helm: string; kustomize: string },
  ) {}
}
