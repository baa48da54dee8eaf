import { LRUCache } from 'lru-cache';
import { Selection } from '@progressive-delivery/engine';
import { configuredHosts } from '../command/configuredHosts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GitCommand } from '../command/GitCommand';
import { GitStore } from '../stores/GitStore';
import { RepositoryService } from '../RepositoryService';
import { BareRepository } from './BareRepository';
import { GitHttpServer } from './GitHttpServer';

/** A Git host on this machine, repositories on it, and services that read them: nothing of it is made up. */
export class GitScene {
  static async create(): Promise<GitScene> {
    const directory = await mkdtemp(join(tmpdir(), 'git-scene-'));
    const hosted = join(directory, 'hosted');
    return new GitScene(directory, await GitHttpServer.start(hosted));
  }

  readonly logger = mockServices.logger.mock();
  private made = 0;
  private readonly services: RepositoryService[] = [];

  private constructor(
    /** Removed in the end. */
    readonly directory: string,
    readonly server: GitHttpServer,
  ) {}

  /** A new repository with its own URL. */
  repository(): { repository: BareRepository; url: string } {
    const name = `platform/gitops-${this.made++}.git`;
    return {
      repository: BareRepository.create(join(this.directory, 'hosted', name)),
      url: `${this.server.url}/${name}`,
    };
  }

  /** A path of which there is nothing yet. */
  freshPath(name: string): string {
    return join(this.directory, `${name}-${this.made++}`);
  }

  /** A service with a cache of its own, whose only Git host of our own is the server. */
  service(
    options: {
      username?: string;
      password?: string;
      cacheDirectory?: string;
      git?: string;
      maximumAge?: number;
      cacheLimit?: number;
    } = {},
  ): RepositoryService {
    const { username, password, ...others } = options;
    const { host, url } = this.server;
    const config = new ConfigReader({
      integrations: { gitea: [{ host, baseUrl: url, username, password }] },
    });
    const service = RepositoryService.create({
      integrations: ScmIntegrations.fromConfig(config),
      hosts: configuredHosts(config),
      logger: this.logger,
      cacheDirectory: this.freshPath('cache'),
      // No answer is believed twice: what a test changed counts at once.
      maximumAge: 0,
      ...others,
    });
    this.services.push(service);
    return service;
  }

  /** A store of its own, which asks as nobody in particular. */
  store(url: string, directory = this.freshPath('store')): GitStore {
    return GitStore.create({
      url,
      directory,
      authorization: async () => undefined,
      git: GitCommand.create({ directory: this.freshPath('git') }),
      maximumAge: 0,
      logger: this.logger,
      listings: new LRUCache({ max: 10_000 }),
    });
  }

  async end(): Promise<void> {
    await this.server.stop();
    await Promise.all(this.services.map(service => service.close()));
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Selects files by their paths. */
export function files(...paths: string[]): Selection<undefined> {
  return {
    key: JSON.stringify(paths),
    select: async () => ({ paths, found: undefined }),
  };
}
