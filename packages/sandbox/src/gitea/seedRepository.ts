import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from '../folders';
import { runCommand } from '../processes/runCommand';
import type { SandboxContext } from '../SandboxContext';
import { GiteaClient, GiteaConnection } from './GiteaClient';
import { gitAuthorization } from './gitAuthorization';
import { replaceUpstream } from './replaceUpstream';

/** The folder that a new sandbox's repository starts from, unless another one is given. */
export const gitopsExample = join(folders.repository, 'examples/gitops');

/** Creates the repository with what a folder holds; one that is there already is left as it is. */
export async function seedRepository(
  context: SandboxContext,
  gitea: GiteaConnection,
): Promise<void> {
  const client = GiteaClient.create(gitea);
  if (await client.isSeeded()) {
    return;
  }
  // There, but empty: an earlier start was interrupted right between.
  if (!(await client.repositoryExists())) {
    await client.createRepository();
  }
  const checkout = join(context.directory, 'tmp', 'seed');
  await rm(checkout, { recursive: true, force: true });
  await cp(context.gitops, checkout, { recursive: true });
  const repository = `${gitea.url}/${gitea.repository}.git`;
  await replaceUpstreamIn(checkout, repository);
  const git = (...args: string[]) =>
    runCommand('git', {
      args,
      cwd: checkout,
      signal: context.signal,
      env: {
        ...context.environment,
        ...gitAuthorization(gitea),
        GIT_AUTHOR_NAME: 'Sandbox',
        GIT_AUTHOR_EMAIL: 'sandbox@example.com',
        GIT_COMMITTER_NAME: 'Sandbox',
        GIT_COMMITTER_EMAIL: 'sandbox@example.com',
      },
    });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all', '--force');
  await git('commit', '--quiet', '--message=Begin with the examples');
  await git('push', '--quiet', repository, 'main');
  await rm(checkout, { recursive: true, force: true });
}

async function replaceUpstreamIn(folder: string, repository: string) {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries.filter(candidate => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'utf8');
    const replaced = replaceUpstream(text, repository);
    if (replaced !== text) {
      await writeFile(path, replaced);
    }
  }
}
