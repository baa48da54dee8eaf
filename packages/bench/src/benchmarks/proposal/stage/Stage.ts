/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
// The services are no export of the plugin: over HTTP, signing in and looking the entity up would be measured as well.
import { hostedProposals } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/proposals/__testUtils__/hostedProposals';
import { GiteaScene } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/proposals/gitHosts/gitea/__testUtils__/GiteaScene';
import { GithubScene } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/proposals/gitHosts/github/__testUtils__/GithubScene';
import {
  HostScene,
  VALUES,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/proposals/gitHosts/__testUtils__/HostScene';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { join } from 'node:path';
import { BenchmarkContext } from '../../../running/Benchmark';

const starts = {
  gitea: () => GiteaScene.start(),
  github: () =>
    GithubScene.start({ description: 'api.github.com', as: 'token' }),
};

/** A Git host, and what opens pull requests there. */
export class Stage {
  static async set(
    host: keyof typeof starts,
    context: BenchmarkContext,
  ): Promise<Stage> {
    const { atEnd, directory, log } = context;
    log(`starting ${host}`);
    const scene = await starts[host]();
    atEnd(() => scene.stop());
    const proposals = hostedProposals({
      directory: join(directory, host),
      file: VALUES,
      integrations: scene.integrations,
      repository: scene.repository,
    });
    atEnd(() => proposals.close());
    return new Stage(host, scene, proposals, context);
  }

  private constructor(
    readonly host: string,
    readonly scene: HostScene,
    readonly proposals: ReturnType<typeof hostedProposals>,
    readonly context: BenchmarkContext,
  ) {}

  /** The values file, from the repository's root. */
  readonly file = VALUES;

  /** How many requests of the host's API something takes. */
  async calls(work: () => Promise<unknown>): Promise<number> {
    const { asked } = this.scene.gate;
    const before = asked.length;
    await work();
    return asked.length - before;
  }
}
