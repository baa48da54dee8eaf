import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { waitForHttp } from '../processes/waitForHttp';
import type { PartContext, SandboxContext } from '../SandboxContext';
import { saveSettings } from '../sandboxSettings';
import { writeFileAtomically } from '../writeFileAtomically';
import type { GiteaConnection } from './GiteaClient';
import { giteaConfiguration } from './giteaConfiguration';

const username = 'sandbox';

/** Starts Gitea with its one user, and waits until it answers. What it held before it holds again. */
export async function runGitea(
  context: Pick<SandboxContext, 'settings'> & PartContext,
): Promise<GiteaConnection> {
  const { directory, settings, toolbox, signal } = context;
  const home = join(directory, 'gitea');
  const config = join(home, 'app.ini');
  mkdirSync(join(home, 'data'), { recursive: true });
  writeFileAtomically(
    config,
    giteaConfiguration({
      directory: home,
      user: userInfo().username,
      settings,
      staticRoot: dirname(toolbox.asset('gitea/templates')),
    }),
  );
  leaveScriptsEmpty(home);
  const environment = {
    // It refuses root, which is all that there is in many a container, unless told so.
    GITEA_I_AM_BEING_UNSAFE_RUNNING_AS_ROOT: 'true',
    USER: userInfo().username,
  };
  const run = (...args: string[]) =>
    context.runTool('gitea', {
      args: ['--config', config, ...args],
      environment,
      cwd: home,
    });

  await run('migrate');
  if (!settings.giteaToken) {
    settings.giteaToken = await createUser(run, settings.giteaPassword);
    saveSettings(directory, settings);
  }
  context.startProcess({
    name: 'gitea',
    tool: 'gitea',
    args: ['--config', config, 'web'],
    environment,
    cwd: home,
  });
  const gitea = {
    url: `http://127.0.0.1:${settings.giteaPort}`,
    username,
    password: settings.giteaPassword,
    token: settings.giteaToken,
    repository: `${username}/gitops`,
  };
  await waitForHttp(`${gitea.url}/api/healthz`, {
    what: 'The start of Gitea',
    seconds: 60,
    signal,
  });
  return gitea;
}

/** Its Go module has no built scripts, of which its pages complain in a dialog. */
function leaveScriptsEmpty(home: string): void {
  const scripts = join(home, 'custom', 'public', 'assets', 'js');
  mkdirSync(scripts, { recursive: true });
  for (const name of ['iife.js', 'index.js']) {
    writeFileSync(join(scripts, name), '');
  }
}

async function createUser(
  run: (...args: string[]) => Promise<string>,
  password: string,
): Promise<string> {
  const users = await run('admin', 'user', 'list');
  if (!users.includes(username)) {
    await run(
      ...['admin', 'user', 'create', '--admin'],
      ...['--username', username, '--password', password],
      ...['--email', 'sandbox@example.com', '--must-change-password=false'],
    );
  }
  const said = await run(
    ...['admin', 'user', 'generate-access-token', '--raw'],
    ...['--username', username, '--scopes', 'all'],
    ...['--token-name', `sandbox-${Date.now()}`],
  );
  // As root it warns first, on the same stream.
  const [token] = /^[0-9a-f]{40}$/m.exec(said) ?? [];
  if (!token) {
    throw new NotFoundError('Gitea gave no access token');
  }
  return token;
}
