import { deepStrictEqual, strictEqual } from 'node:assert';
import {
  ChartPreparation,
  ChartPreparationRequest,
  ChartPreparationResponse,
  chartPreparationSchema,
  DeliveryChart,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ApplicationTarget, Pieces } from '@progressive-delivery/engine';
import { BareRepository, Change } from '../../git/__testUtils__/BareRepository';
import { GitScene } from '../../git/__testUtils__/GitScene';
import { RepositoryService } from '../../git/RepositoryService';
import { FakeGitHost } from '../../proposals/__testUtils__/FakeGitHost';
import { ChartPreparations } from '../ChartPreparations';
import { applicationOf, createPreparations } from './createPreparations';

/** A chart that can be prepared. */
export type PreparedChart = Extract<ChartPreparation, { state: 'prepared' }>;

const by = {
  entityRef: 'component:default/web',
  userEntityRef: 'user:default/guest',
};

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

  /** The one chart that a target has. */
  async only(target = this.target()): Promise<DeliveryChart> {
    const { charts } = await this.service.list(target);
    strictEqual(charts.length, 1);
    return charts[0];
  }

  /** What of that chart would be changed, or what is in the way, to somebody who may see values or may not. */
  async prepare(
    values = true,
    target = this.target(),
  ): Promise<ChartPreparation> {
    const { id } = await this.only(target);
    const preparation = await this.service.prepare(target, id, { values });
    const sent: unknown = JSON.parse(JSON.stringify(preparation));
    deepStrictEqual(chartPreparationSchema.parse(sent), sent);
    return preparation;
  }

  /** The same where nothing is in the way. */
  async prepared(
    ...of: Parameters<PreparationScene['prepare']>
  ): Promise<PreparedChart> {
    const preparation = await this.prepare(...of);
    if (preparation.state !== 'prepared') {
      throw new Error(JSON.stringify(preparation));
    }
    return preparation;
  }

  /** Opens the pull request for that chart as it is now. */
  async propose(
    request: Partial<ChartPreparationRequest> = {},
  ): Promise<ChartPreparationResponse> {
    const { chart, digest } = await this.prepared();
    return this.proposeSeen(chart, { digest, ...request });
  }

  /** Opens the pull request for a chart as somebody has seen it. */
  async proposeSeen(
    { id }: { id: string },
    request: ChartPreparationRequest,
    target = this.target(),
  ): Promise<ChartPreparationResponse> {
    return this.service.propose(target, id, request, by);
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
