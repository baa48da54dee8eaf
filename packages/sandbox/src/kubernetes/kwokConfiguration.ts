import { stringify } from 'yaml';

export interface KwokPorts {
  apiserver: number;
  etcd: number;
  etcdPeer: number;
  controllerManager: number;
  scheduler: number;
  kwok: number;
}

export type KwokBinaries = Record<
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'etcd'
  | 'kwok',
  string
>;

/** Kwokctl's configuration file: the loopback address, ports that were free, and how nodes and pods live. */
export function kwokConfiguration(options: {
  binaries: KwokBinaries;
  ports: KwokPorts;
  /** Documents of kind Stage. */
  stages: string[];
  /** The file that is every container's log. */
  podLog: string;
}): string {
  const { binaries, ports, stages, podLog } = options;
  const configuration = stringify({
    apiVersion: 'config.kwok.x-k8s.io/v1alpha1',
    kind: 'KwokctlConfiguration',
    options: {
      runtime: 'binary',
      bindAddress: '127.0.0.1',
      kubeApiserverPort: ports.apiserver,
      etcdPort: ports.etcd,
      etcdPeerPort: ports.etcdPeer,
      kubeControllerManagerPort: ports.controllerManager,
      kubeSchedulerPort: ports.scheduler,
      kwokControllerPort: ports.kwok,
      kubeApiserverBinary: binaries['kube-apiserver'],
      kubeControllerManagerBinary: binaries['kube-controller-manager'],
      kubeSchedulerBinary: binaries['kube-scheduler'],
      etcdBinary: binaries.etcd,
      kwokControllerBinary: binaries.kwok,
    },
  });
  const logs = stringify({
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterLogs',
    metadata: { name: 'pods' },
    spec: { logs: [{ logsFile: podLog }] },
  });
  return [configuration, logs, ...stages].join('---\n');
}
