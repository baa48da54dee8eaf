import { foundOrThrow } from '../pullRequests/foundOrThrow';
import { HostScene, VALUES } from '../gitHosts/__testUtils__/HostScene';
import { GitHost, PullRequest } from '../gitHosts/GitHost';
import { HostResult } from '../gitHosts/HostResult';
import { treeTrailer } from '../branches/ownCommit';

type Publication = Parameters<GitHost['publish']>[0];
type Search = Parameters<GitHost['find']>[0];

/** Proposes things at the Git host of a scene, on another branch in each test. */
export class HostStage {
  static async start(start: () => Promise<HostScene>): Promise<HostStage> {
    return new HostStage(await start());
  }

  /** The proposal's. */
  branch = '';
  private branches = 0;

  private constructor(readonly scene: HostScene) {}

  get host(): GitHost {
    return this.scene.host();
  }

  get repository(): string {
    return this.scene.repository;
  }

  /** For the next test. */
  clear(): void {
    this.branch = `progressive-delivery/web-on-${this.branches++}`;
    this.scene.gate.answer = undefined;
  }

  async stop(): Promise<void> {
    await this.scene.stop();
  }

  found<T>(result: HostResult<T>): T {
    return foundOrThrow(
      this.host,
      { question: 'read', repository: this.repository },
      result,
    );
  }

  async publish(
    options: Partial<Publication> = {},
    host = this.host,
  ): Promise<string> {
    const published = await host.publish({
      repository: this.repository,
      branch: this.branch,
      base: { commit: this.scene.base },
      expectedHead: undefined,
      files: new Map([[VALUES, 'enabled: true\n']]),
      message: tree =>
        // With the branch: alike commits of the same second would be one, and merged with that of an earlier test.
        `Turn web on\n\nOn ${
          this.branch
        }.\n\nRequested-by: user:default/guest\n${treeTrailer(tree)}\n`,
      author: { name: 'Backstage', email: 'backstage@example.com' },
      ...options,
    });
    return this.found(published).commit;
  }

  request(text = 'Turn web on'): Parameters<GitHost['open']>[0] {
    return {
      repository: this.repository,
      base: 'main',
      branch: this.branch,
      title: text,
      body: `${text}\n\nAs it was previewed.`,
      draft: false,
    };
  }

  async open(
    options: Partial<Publication> = {},
  ): Promise<{ commit: string; pullRequest: PullRequest }> {
    const commit = await this.publish(options);
    const pullRequest = this.found(await this.host.open(this.request()));
    return { commit, pullRequest };
  }

  search(options: Partial<Search> = {}): Search {
    return {
      repository: this.repository,
      base: 'main',
      branches: new Set([this.branch, `${this.branch}-other`]),
      ...options,
    };
  }

  async find(options: Partial<Search> = {}): Promise<PullRequest[]> {
    return this.found(await this.host.find(this.search(options)));
  }
}
