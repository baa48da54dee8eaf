/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
// What reads Git is no export of the plugin: nobody but itself and this benchmark has use for it.
import { configuredHosts } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/git/command/configuredHosts';
import { layOutSource } from '@progressive-delivery/engine/src/overlays/layOutSource';
import { RepositoryService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/git/RepositoryService';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { ChartLayouts, ChartService } from '@progressive-delivery/engine';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GiteaServer } from '@progressive-delivery/sandbox';
import { BenchmarkContext } from '../../../running/Benchmark';
import { CountingProxy } from './CountingProxy';
import { SyntheticRepository } from './SyntheticRepository';

/** What reads Git, and where it keeps it. */
export interface StageService {
  repositories: RepositoryService;
  charts: ChartLayouts;
  cacheDirectory: string;
}

/** The real parts, and how a change is made. */
export class Stage {
  static async set(context: BenchmarkContext): Promise<Stage> {
    const { atEnd, directory, log, signal } = context;
    log('starting Gitea');
    const gitea = await GiteaServer.start({
      directory: join(directory, 'gitea'),
      log,
      signal,
    });
    atEnd(() => gitea.stop());
    log('writing the repository');
    const repository = await SyntheticRepository.create(
      join(directory, 'repository'),
    );
    log('pushing it');
    const stage = new Stage(
      context,
      gitea,
      repository,
      await CountingProxy.start(gitea.connection.url),
    );
    atEnd(() => stage.proxy.stop());
    await stage.push();
    return stage;
  }

  private services = 0;

  private constructor(
    readonly context: BenchmarkContext,
    private readonly gitea: GiteaServer,
    readonly repository: SyntheticRepository,
    readonly proxy: CountingProxy,
  ) {}

  /** The repository, through the proxy. */
  get url(): string {
    return `${this.proxy.url}/${this.gitea.connection.repository}.git`;
  }

  /** What git needs to be let in, at a server of this URL. */
  authorization(url: string): Record<string, string> {
    const { token, username } = this.gitea.connection;
    const credentials = Buffer.from(`${username}:${token}`).toString('base64');
    return {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `http.${url}/.extraHeader`,
      GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
    };
  }

  /** Past the proxy. */
  async push(): Promise<void> {
    const { repository, url } = this.gitea.connection;
    await this.repository.push(
      `${url}/${repository}.git`,
      this.authorization(url),
    );
  }

  /** A service that has read nothing yet, and believes what it was told until it hears of a push. */
  service(): StageService {
    const { token, username } = this.gitea.connection;
    const { host } = new URL(this.proxy.url);
    const config = new ConfigReader({
      integrations: {
        gitea: [{ host, baseUrl: this.proxy.url, username, password: token }],
      },
    });
    const cacheDirectory = join(
      this.context.directory,
      `cache-${this.services++}`,
    );
    const repositories = RepositoryService.create({
      integrations: ScmIntegrations.fromConfig(config),
      hosts: configuredHosts(config),
      logger: loggerOf(this.context.log),
      cacheDirectory,
      maximumAge: 3_600_000,
    });
    this.context.atEnd(() => repositories.close());
    const charts = ChartLayouts.create({
      charts: ChartService.create({ repositories: [], cacheDirectory }),
    });
    return { repositories, charts, cacheDirectory };
  }

  /** Lays an overlay out as a preview does. */
  async layOut(
    { charts, repositories }: StageService,
    index: number,
  ): Promise<void> {
    const source = {
      repository: this.url,
      revision: 'main',
      path: this.repository.overlay(index),
    };
    await layOutSource(source, {
      repositories,
      charts,
      permitsCharts: undefined,
      refSources: [],
      subject: {
        instanceName: undefined,
        project: undefined,
        namespace: undefined,
        kustomizeBuildOptions: [],
        severalSources: false,
      },
      signal: this.context.signal,
    });
  }
}

/** Warnings count: none is expected. */
function loggerOf(log: (line: string) => void): LoggerService {
  const logger: LoggerService = {
    error: message => log(String(message)),
    warn: message => log(String(message)),
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  return logger;
}
