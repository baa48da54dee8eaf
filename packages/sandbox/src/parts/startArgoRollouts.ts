import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyDefinitions } from '../kubernetes/applyDefinitions';
import { kubeconfigFile } from '../kubernetes/Cluster';
import { freePorts } from '../processes/freePorts';
import type { SandboxProcess } from '../processes/SandboxProcess';
import { waitForHttp } from '../processes/waitForHttp';
import type { PartContext } from '../SandboxContext';

export const argoRolloutsTools = ['rollouts-controller'];

/** Where the controller of Argo Rollouts has its configuration and its Lease. */
const argoRolloutsNamespace = 'argo-rollouts';

/** Installs Argo Rollouts and starts its controller. */
export async function startArgoRollouts(context: PartContext): Promise<void> {
  await installArgoRollouts(context);
  await startRolloutsController(context);
}

/** Creates the namespace of Argo Rollouts and its custom resources. */
export async function installArgoRollouts(context: PartContext): Promise<void> {
  await context.runTool('kubectl', {
    args: ['create', 'namespace', argoRolloutsNamespace],
  });
  await applyDefinitions(context, context.toolbox.asset('argo-rollouts/crds'));
}

/** Starts the controller of Argo Rollouts, with leader election as in production: its Lease tells that it runs. */
export async function startRolloutsController(
  context: PartContext,
): Promise<SandboxProcess> {
  const { directory, signal } = context;
  const home = join(directory, 'argo-rollouts');
  mkdirSync(home, { recursive: true });
  const [metricsPort, healthPort] = await freePorts(2);
  const controller = context.startProcess({
    name: 'argo-rollouts',
    tool: 'rollouts-controller',
    args: [
      '--namespaced=false',
      `--namespace=${argoRolloutsNamespace}`,
      `--metricsPort=${metricsPort}`,
      `--healthzPort=${healthPort}`,
    ],
    environment: {
      KUBECONFIG: kubeconfigFile(directory),
      POD_NAMESPACE: argoRolloutsNamespace,
    },
    cwd: home,
  });
  await waitForHttp(`http://127.0.0.1:${healthPort}/healthz`, {
    what: 'The start of Argo Rollouts',
    seconds: 60,
    signal,
  });
  return controller;
}
