import { resolve } from 'node:path';

// This package is private and runs from its source only.
// eslint-disable-next-line no-restricted-syntax
const own = resolve(__dirname, '..');
const repository = resolve(own, '../..');

export const folders = {
  repository,
  /** A Backstage of each release, with its lockfile. */
  apps: resolve(own, 'apps'),
  /** Pictures and logs, not committed. */
  artifacts: resolve(repository, '.artifacts/install'),
};
