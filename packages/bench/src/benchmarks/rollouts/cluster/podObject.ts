import type { podTemplate } from './podTemplate';

export interface PodOptions {
  namespace: string;
  name: string;
  labels: Record<string, string>;
  owner: object;
  spec: ReturnType<typeof podTemplate>['spec'];
  startedAt: string;
}

const NODE = 'node-a';
const DIGEST =
  'sha256:6f1c9b5f2f6a4f1fbe7d0fb2d0c2b9f3f4e0c6a5c1f7d8e9b0a1c2d3e4f5a6b7';

/** A pod that runs and is ready, as the kubelet leaves it. */
export function podObject(options: PodOptions) {
  const { namespace, name, labels, owner, spec, startedAt } = options;
  const toleration = (key: string) => ({
    key,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 300,
  });
  return {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels, ownerReferences: [owner] },
      spec: {
        ...spec,
        nodeName: NODE,
        tolerations: [
          toleration('node.kubernetes.io/not-ready'),
          toleration('node.kubernetes.io/unreachable'),
        ],
      },
    },
    status: {
      phase: 'Running',
      hostIP: '10.1.0.4',
      hostIPs: [{ ip: '10.1.0.4' }],
      podIP: '10.2.0.17',
      podIPs: [{ ip: '10.2.0.17' }],
      qosClass: 'Burstable',
      startTime: startedAt,
      conditions: [
        'PodReadyToStartContainers',
        'Initialized',
        'Ready',
        'ContainersReady',
        'PodScheduled',
      ].map(type => ({
        type,
        status: 'True',
        observedGeneration: 1,
        lastTransitionTime: startedAt,
      })),
      containerStatuses: spec.containers.map(container => ({
        name: container.name,
        image: container.image,
        imageID: `${container.image.split(':')[0]}@${DIGEST}`,
        containerID: `containerd://${DIGEST.slice('sha256:'.length)}`,
        ready: true,
        started: true,
        restartCount: 0,
        lastState: {},
        state: { running: { startedAt } },
      })),
    },
  };
}
