import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyDefinitions } from '../kubernetes/applyDefinitions';
import type { Cluster } from '../kubernetes/Cluster';
import { freePorts } from '../processes/freePorts';
import { waitForHttp } from '../processes/waitForHttp';
import type { SandboxContext } from '../SandboxContext';

export const argoRolloutsTools = [
  'rollouts-controller',
  'kubectl-argo-rollouts',
];

const namespace = 'argo-rollouts';

/** Starts the controller of Argo Rollouts, with leader election as in production: its Lease tells that it runs. */
export async function startArgoRollouts(
  context: SandboxContext,
  cluster: Cluster,
): Promise<void> {
  const { directory, toolbox, signal } = context;
  const home = join(directory, 'argo-rollouts');
  mkdirSync(home, { recursive: true });
  await context.runTool('kubectl', {
    args: ['create', 'namespace', namespace],
  });
  await applyDefinitions(context, toolbox.asset('argo-rollouts/crds'));
  const [metricsPort, healthPort] = await freePorts(2);
  context.startProcess({
    name: 'argo-rollouts',
    tool: 'rollouts-controller',
    args: [
      '--namespaced=false',
      `--namespace=${namespace}`,
      `--metricsPort=${metricsPort}`,
      `--healthzPort=${healthPort}`,
    ],
    environment: { KUBECONFIG: cluster.kubeconfig, POD_NAMESPACE: namespace },
    cwd: home,
  });
  await waitForHttp(`http://127.0.0.1:${healthPort}/healthz`, {
    what: 'The start of Argo Rollouts',
    seconds: 60,
    signal,
  });
}
