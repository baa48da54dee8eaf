import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  argocdManifests,
  repositoryManifests,
} from '../argocd/argocdManifests';
import type { GiteaConnection } from '../gitea/GiteaClient';
import { applyDefinitions } from '../kubernetes/applyDefinitions';
import type { Cluster } from '../kubernetes/Cluster';
import { freePorts } from '../processes/freePorts';
import { waitForHttp } from '../processes/waitForHttp';
import type { SandboxContext } from '../SandboxContext';

export const argoCdTools = ['argocd', 'redis', 'helm', 'kustomize'];

export const argocdNamespace = 'argocd';

/** Argo CD's API server: no login, the loopback address only. */
export interface ArgoCdConnection {
  url: string;
}

/** Starts Argo CD: repo-server, application controller and API server. */
export async function startArgoCd(
  context: SandboxContext,
  cluster: Cluster,
): Promise<ArgoCdConnection> {
  const { directory, toolbox, settings, signal } = context;
  const home = join(directory, 'argocd');
  const kubeconfig = join(home, 'kubeconfig');
  mkdirSync(home, { recursive: true });
  cpSync(cluster.kubeconfig, kubeconfig);
  await context.runTool('kubectl', {
    args: [
      ...['config', 'set-context', '--current'],
      ...['--namespace', argocdNamespace, '--kubeconfig', kubeconfig],
    ],
  });
  await applyDefinitions(context, toolbox.asset('argocd/crds'));
  await apply(
    context,
    argocdManifests({ folder: toolbox.asset('argocd/config'), settings }),
  );

  const ports = await freePorts(5);
  const [redis, repoServer, repoServerMetrics, controllerMetrics] = ports;
  const { argocdServer } = context.ports;
  const environment = argocdEnvironment(context, home, kubeconfig);
  context.startProcess({
    name: 'argocd-redis',
    tool: 'redis',
    args: [`127.0.0.1:${redis}`],
    cwd: home,
  });
  const startArgoCdProcess = (name: string, args: string[]) =>
    context.startProcess({
      name,
      tool: 'argocd',
      args: ['--loglevel', 'info', '--redis', `127.0.0.1:${redis}`, ...args],
      environment: { ...environment, ARGOCD_BINARY_NAME: name },
      cwd: home,
    });
  startArgoCdProcess('argocd-repo-server', [
    ...['--address', '127.0.0.1', '--port', `${repoServer}`],
    ...['--metrics-address', '127.0.0.1'],
    ...['--metrics-port', `${repoServerMetrics}`],
  ]);
  startArgoCdProcess('argocd-application-controller', [
    ...['--repo-server', `127.0.0.1:${repoServer}`],
    ...['--metrics-port', `${controllerMetrics}`],
  ]);
  startArgoCdProcess('argocd-server', [
    ...['--insecure', '--disable-auth'],
    ...['--address', '127.0.0.1', '--port', `${argocdServer}`],
    ...['--metrics-address', '127.0.0.1', '--metrics-port', `${ports[4]}`],
    ...['--repo-server', `127.0.0.1:${repoServer}`],
  ]);
  await Promise.all(
    [repoServerMetrics, controllerMetrics, argocdServer].map(port =>
      waitForHttp(`http://127.0.0.1:${port}/healthz`, {
        what: 'The start of Argo CD',
        seconds: 90,
        signal,
      }),
    ),
  );
  return { url: `http://127.0.0.1:${argocdServer}` };
}

/** Lets Argo CD into the repository. */
export async function connectRepository(
  context: SandboxContext,
  gitea: GiteaConnection,
): Promise<void> {
  await apply(context, repositoryManifests(gitea));
}

async function apply(context: SandboxContext, manifests: string) {
  await context.runTool('kubectl', {
    args: [
      ...['apply', '--server-side', '--force-conflicts'],
      ...['--namespace', argocdNamespace, '--filename', '-'],
    ],
    input: manifests,
  });
}

function argocdEnvironment(
  context: SandboxContext,
  home: string,
  kubeconfig: string,
): Record<string, string> {
  const { toolbox, environment } = context;
  const folder = (name: string) => {
    const path = join(home, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const wrappers = folder('bin');
  for (const name of [
    'git-verify-wrapper.sh',
    'gpg-wrapper.sh',
    'git-ask-pass.sh',
  ]) {
    // It insists that they are there and succeed. Commits are not signed here, and credentials are not asked for.
    writeFileSync(join(wrappers, name), '#!/bin/sh\nexit 0\n');
    chmodSync(join(wrappers, name), 0o755);
  }
  return {
    KUBECONFIG: kubeconfig,
    HOSTNAME: 'argocd-sandbox-0',
    PATH: [
      wrappers,
      dirname(toolbox.tool('helm')),
      dirname(toolbox.tool('kustomize')),
      environment.PATH,
    ].join(delimiter),
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_GNUPGHOME: folder('gpg/keys'),
    ARGOCD_GPG_DATA_PATH: folder('gpg/source'),
    ARGOCD_TLS_DATA_PATH: folder('tls'),
    ARGOCD_SSH_DATA_PATH: folder('ssh'),
    ARGOCD_APP_CONF_PATH: folder('config'),
    ARGOCD_PLUGINSOCKFILEPATH: folder('plugins'),
    // Relative to its working directory: the path of a socket must be short, and this folder's may be long.
    ARGOCD_ASK_PASS_SOCK: 'ask-pass.sock',
  };
}
