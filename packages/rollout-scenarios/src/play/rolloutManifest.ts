import type { Manifest } from './Manifest';

/** How every scenario's Rollout, its container and its labels are called. */
export const ROLLOUT = 'web';

/** The part of a Rollout that scenarios differ in. */
export interface RolloutOptions {
  /** Of the image; pods of one that ends in `bad` never become ready. */
  tag: string;
  strategy: Record<string, unknown>;
  /** 3 by default. */
  replicas?: number;
  /** Further fields of the spec. */
  spec?: Record<string, unknown>;
  /** Further fields of the pods' spec. */
  podSpec?: Record<string, unknown>;
  /** Takes the pods from the Deployment of the same name. */
  workloadRef?: boolean;
}

export function rolloutManifest(options: RolloutOptions): Manifest {
  const { strategy, replicas = 3, spec, workloadRef } = options;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: ROLLOUT },
    spec: {
      replicas,
      ...(workloadRef
        ? {
            workloadRef: {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: ROLLOUT,
            },
          }
        : {
            selector: { matchLabels: { app: ROLLOUT } },
            template: podTemplate(options),
          }),
      strategy,
      ...spec,
    },
  };
}

/** The Deployment that a Rollout with `workloadRef` refers to; its own pods are gone. */
export function deploymentManifest(options: { tag: string }): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: ROLLOUT },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: ROLLOUT } },
      template: podTemplate(options),
    },
  };
}

function podTemplate({
  tag,
  podSpec,
}: Pick<RolloutOptions, 'tag' | 'podSpec'>) {
  return {
    metadata: { labels: { app: ROLLOUT } },
    spec: {
      automountServiceAccountToken: false,
      containers: [
        { name: ROLLOUT, image: `registry.example.com/shop/${ROLLOUT}:${tag}` },
      ],
      ...podSpec,
    },
  };
}
