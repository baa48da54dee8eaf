import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { writeMinimalAppConfig } from './appConfig';
import { removeConnection } from './sandboxConnection';

/** Kubernetes and Argo CD are new at each start; Git, which they are built up from, stays. */
export function prepareDirectory(directory: string): void {
  if (!directory.startsWith('/')) {
    throw new ConflictError(`${directory} is not an absolute path`);
  }
  for (const name of ['kubernetes', 'argocd', 'tmp', 'logs', 'kubeconfig']) {
    rmSync(join(directory, name), { recursive: true, force: true });
  }
  for (const name of ['home', 'tmp', 'logs']) {
    mkdirSync(join(directory, name), { recursive: true, mode: 0o700 });
  }
  removeConnection(directory);
  writeMinimalAppConfig(directory);
}
