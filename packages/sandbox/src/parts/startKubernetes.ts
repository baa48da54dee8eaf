import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
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

export interface KubernetesOptions {
  /** Default: what `manifests/pod-stages.yaml` says. */
  podsReadySeconds?: number;
}

/** Starts a new, empty Kubernetes with one node that plays running pods. */
export async function startKubernetes(
  context: PartContext,
  options: KubernetesOptions = {},
): Promise<Cluster> {
  const { directory, processes } = context;
  const kubeconfig = kubeconfigFile(directory);
  const config = join(directory, 'kubernetes', 'kwokctl.yaml');
  const podLog = join(directory, 'kubernetes', 'pod.log');
  await mkdir(kwokDirectory(directory), { recursive: true });
  writeFileAtomically(podLog, POD_LOG);
  writeFileAtomically(config, await configuration(context, podLog, options));
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
  { podsReadySeconds }: KubernetesOptions,
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
      podStages(podsReadySeconds),
    ],
    podLog,
  });
}

function podStages(readySeconds: number | undefined): string {
  const text = readFileSync(join(folders.manifests, 'pod-stages.yaml'), 'utf8');
  if (readySeconds === undefined) {
    return text;
  }
  const stages = parseAllDocuments(text);
  const ready = stages.find(
    stage => stage.getIn(['metadata', 'name']) === 'pod-ready',
  );
  if (!ready) {
    throw new InputError('pod-stages.yaml has no stage pod-ready');
  }
  ready.setIn(['spec', 'delay', 'durationMilliseconds'], readySeconds * 1000);
  return stages.map(String).join('');
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
