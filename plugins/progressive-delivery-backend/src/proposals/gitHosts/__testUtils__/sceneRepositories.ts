import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import { configuredHosts } from '../../../git/command/configuredHosts';
import { RepositoryService } from '../../../git/RepositoryService';

/** What reads and pushes to the Git host of a scene, with the credentials of some integration. */
export interface SceneRepositories {
  integrations: ScmIntegrations;
  repositories: RepositoryService;
  /** What `integrations` is of. */
  config: JsonObject;
  /** Where it keeps repositories. */
  directory: string;
  /** What it has logged. */
  logged: unknown[];
  stop(): Promise<void>;
}

export function sceneRepositories(
  integrationsConfig: JsonObject,
): SceneRepositories {
  const config = new ConfigReader({ integrations: integrationsConfig });
  const integrations = ScmIntegrations.fromConfig(config);
  const cacheDirectory = mkdtempSync(join(tmpdir(), 'git-host-'));
  const logged: unknown[] = [];
  const log = (...message: unknown[]) => void logged.push(message);
  const logger: LoggerService = {
    debug: log,
    info: log,
    warn: log,
    error: log,
    child: () => logger,
  };
  const repositories = RepositoryService.create({
    integrations,
    hosts: configuredHosts(config),
    logger,
    cacheDirectory,
    maximumAge: 0,
  });
  return {
    integrations,
    repositories,
    config: integrationsConfig,
    directory: cacheDirectory,
    logged,
    stop: async () => {
      await repositories.close();
      rmSync(cacheDirectory, { recursive: true, force: true });
    },
  };
}
