import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from '../folders';
import { Cluster, kubeconfigFile, readKubeconfig } from '../kubernetes/Cluster';
import { kwokConfiguration } from '../kubernetes/kwokConfiguration';
import { kwokDirectory, kwokProcesses } from '../processes/kwokProcesses';
import { freePorts } from '../processes/freePorts';
import { eventually } from '../processes/eventually';
import type { PartContext } from '../SandboxContext';
import { writeFileAtomically } from '../writeFileAtomically';

export const kubernetesTools = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubectl',
  'kwok',
  'kwokctl',
];

/** As a container runtime writes it. */
const POD_LOG =
  '2026-01-01T00:00:00.000000000Z stdout F Nothing runs in this pod: the sandbox plays it.\n';

/** Starts a new, empty Kubernetes with one node that plays running pods. */
export async function startKubernetes(context: PartContext): Promise<Cluster> {
  const { directory, processes } = context;
  const kubeconfig = kubeconfigFile(directory);
  const config = join(directory, 'kubernetes', 'kwokctl.yaml');
  const podLog = join(directory, 'kubernetes', 'pod.log');
  await mkdir(kwokDirectory(directory), { recursive: true });
  writeFileAtomically(podLog, POD_LOG);
  writeFileAtomically(config, await configuration(context, podLog));
  await context.runTool('kwokctl', {
    args: [
      ...['create', 'cluster', '--name', 'sandbox', '--config', config],
      ...['--kubeconfig', kubeconfig, '--wait', '120s'],
    ],
    environment: { KWOK_WORKDIR: kwokDirectory(directory) },
  });
  processes.add(kwokProcesses(directory));

  await applyManifests(context);
  const backstageToken = await eventually(
    'There is a token for Backstage',
    () =>
      context.runTool('kubectl', {
        args: [
          ...['create', 'token', 'backstage', '--namespace', 'backstage'],
          '--duration=87600h',
        ],
      }),
    { seconds: 30, signal: context.signal },
  );
  return {
    kubeconfig,
    ...readKubeconfig(kubeconfig),
    backstageToken: backstageToken.trim(),
  };
}

async function configuration(
  { toolbox }: PartContext,
  podLog: string,
): Promise<string> {
  const [apiserver, etcd, etcdPeer, controllerManager, scheduler, kwok] =
    await freePorts(6);
  return kwokConfiguration({
    binaries: {
      'kube-apiserver': toolbox.tool('kube-apiserver'),
      'kube-controller-manager': toolbox.tool('kube-controller-manager'),
      'kube-scheduler': toolbox.tool('kube-scheduler'),
      etcd: toolbox.tool('etcd'),
      kwok: toolbox.tool('kwok'),
    },
    ports: { apiserver, etcd, etcdPeer, controllerManager, scheduler, kwok },
    stages: [
      ...readStages(toolbox.asset('kwok/node-stages')),
      ...readStages(toolbox.asset('kwok/heartbeat-stages')),
      readFileSync(join(folders.manifests, 'pod-stages.yaml'), 'utf8'),
    ],
    podLog,
  });
}

function readStages(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.startsWith('node-') && name.endsWith('.yaml'))
    .map(name => readFileSync(join(folder, name), 'utf8'));
}

async function applyManifests(context: PartContext) {
  await eventually(
    'The node and the access for Backstage are created',
    () =>
      context.runTool('kubectl', {
        args: [
          ...['apply', '--server-side'],
          ...['--filename', join(folders.manifests, 'node.yaml')],
          ...['--filename', join(folders.manifests, 'backstage-access.yaml')],
        ],
      }),
    { seconds: 30, signal: context.signal },
  );
}
