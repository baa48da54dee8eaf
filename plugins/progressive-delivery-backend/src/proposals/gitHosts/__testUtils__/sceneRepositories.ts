import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import { configuredHosts } from '../../../git/command/configuredHosts';
import { RepositoryService } from '../../../git/RepositoryService';

/** What reads and pushes to the Git host of a scene, with the credentials of some integration. */
export interface SceneRepositories {
  integrations: ScmIntegrations;
  repositories: RepositoryService;
  stop(): Promise<void>;
}

export function sceneRepositories(
  integrationsConfig: JsonObject,
): SceneRepositories {
  const config = new ConfigReader({ integrations: integrationsConfig });
  const integrations = ScmIntegrations.fromConfig(config);
  const cacheDirectory = mkdtempSync(join(tmpdir(), 'git-host-'));
  const repositories = RepositoryService.create({
    integrations,
    hosts: configuredHosts(config),
    logger: mockServices.logger.mock(),
    cacheDirectory,
    maximumAge: 0,
  });
  return {
    integrations,
    repositories,
    stop: async () => {
      await repositories.close();
      rmSync(cacheDirectory, { recursive: true, force: true });
    },
  };
}
