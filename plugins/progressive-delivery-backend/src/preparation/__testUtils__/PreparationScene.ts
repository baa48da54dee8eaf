import { ApplicationTarget, Pieces } from '@progressive-delivery/engine';
import { BareRepository, Change } from '../../git/__testUtils__/BareRepository';
import { GitScene } from '../../git/__testUtils__/GitScene';
import { RepositoryService } from '../../git/RepositoryService';
import { FakeGitHost } from '../../proposals/__testUtils__/FakeGitHost';
import { ChartPreparations } from '../ChartPreparations';
import { applicationOf, createPreparations } from './createPreparations';

/** The service in front of a real repository and the real helm, and a Git host that a test decides on. */
export class PreparationScene {
  static async create(): Promise<PreparationScene> {
    return new PreparationScene(await GitScene.create());
  }

  repository: BareRepository;
  url: string;
  host: FakeGitHost;
  service: ChartPreparations;
  /** What runs in namespace `shop`. */
  live: Pieces['workloads'] = [];
  private readonly repositories: RepositoryService;

  private constructor(private readonly git: GitScene) {
    this.repositories = git.service();
    ({ repository: this.repository, url: this.url } = git.repository());
    this.host = new FakeGitHost(this.repository, this.repositories);
    this.service = this.createService();
  }

  /** Begins anew, in another repository. */
  async begin(files: Record<string, Change>): Promise<void> {
    ({ repository: this.repository, url: this.url } = this.git.repository());
    this.repository.commit(files);
    this.host = new FakeGitHost(this.repository, this.repositories);
    this.live = [];
    await this.service.close();
    this.service = this.createService();
  }

  async end(): Promise<void> {
    await this.service.close();
    await this.git.end();
  }

  /** What an Application delivers. */
  target(...sources: object[]): ApplicationTarget {
    return applicationOf(
      this.url,
      ...(sources.length > 0 ? sources : [{ path: 'apps/web' }]),
    );
  }

  /** The text of a file on a branch. */
  show(branch: string, path: string): string {
    return this.repository.git(['show', `${branch}:${path}`]);
  }

  private createService(): ChartPreparations {
    return createPreparations({
      gitHostOf: () => this.host,
      repositories: this.repositories,
      live: () => this.live,
    });
  }
}
