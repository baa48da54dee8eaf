import { join } from 'node:path';
import { folders as common } from '@progressive-delivery/e2e';

const { repository } = common;

export const folders = {
  repository,
  /** A Backstage of each release, with its lockfile. */
  apps: join(repository, 'packages/install-tests/apps'),
  /** Pictures and logs, not committed. */
  artifacts: join(repository, '.artifacts/install'),
};
