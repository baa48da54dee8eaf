import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  ApiServer,
  eventually,
  runCommand,
} from '@progressive-delivery/sandbox';
import { BackendProcess } from '../../../backstage/BackendProcess';
import { BenchmarkContext } from '../../../running/Benchmark';
import { folders } from '../../../running/folders';

const OVERLAY = 'examples/gitops/argocd/applications/agents';

/** As it is where Argo Rollouts is installed: nothing runs it here, so its status is said, too. */
const rolloutsController = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'argo-rollouts',
    namespace: 'argo-rollouts',
    labels: { 'app.kubernetes.io/name': 'argo-rollouts' },
  },
  spec: {
    selector: { matchLabels: { 'app.kubernetes.io/name': 'argo-rollouts' } },
    template: {
      metadata: { labels: { 'app.kubernetes.io/name': 'argo-rollouts' } },
      spec: {
        containers: [
          {
            name: 'argo-rollouts',
            image: 'quay.io/argoproj/argo-rollouts:v1.10.2',
          },
        ],
      },
    },
  },
  status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 },
};

/**
 * A real API server that has what the example's overlay delivers and the Deployment of a controller of Argo Rollouts,
 * behind the Kubernetes plugin of a Backstage: its address, and a token that it accepts.
 */
export async function clusterOf(
  { atEnd, directory, log, signal }: BenchmarkContext,
  tools: { helm: string; kustomize: string },
): Promise<{ url: string; token: string }> {
  log('starting an API server');
  const server = await ApiServer.start({
    directory: join(directory, 'kubernetes'),
    log,
    signal,
  });
  atEnd(() => server.stop());
  await server.installDefinitions();
  await server.run(['create', 'namespace', 'agents']);
  const manifests = await runCommand(tools.kustomize, {
    args: [
      ...['build', join(folders.repository, OVERLAY)],
      ...['--enable-helm', '--helm-command', tools.helm],
    ],
    env: { HOME: directory },
  });
  const apply = (input: string, ...args: string[]) =>
    runCommand(server.kubectl, {
      args: ['apply', '--server-side', '--filename', '-', ...args],
      env: server.environment(),
      input,
    });
  // Its custom resources are served a moment after their definitions are there.
  await eventually('The example is applied', () => apply(manifests));
  await server.run(['create', 'namespace', 'argo-rollouts']);
  await apply(JSON.stringify(rolloutsController));
  await apply(JSON.stringify(rolloutsController), '--subresource', 'status');
  log('starting Backstage');
  const token = randomBytes(24).toString('hex');
  const backend = await BackendProcess.start({
    directory,
    components: [],
    config: {
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'main',
                url: server.url,
                authProvider: 'serviceAccount',
                serviceAccountToken: await server.backstageToken(),
                caData: server.caData,
              },
            ],
          },
        ],
      },
    },
    serviceToken: token,
  });
  atEnd(() => backend.stop());
  return { url: `${backend.url}/api/kubernetes`, token };
}
