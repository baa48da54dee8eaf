import {
  ContentOf,
  DeliveryTargetSummary,
  Problem,
  RolloutStatus,
  RolloutStreamMessage,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const VALUES_FILE = 'deploy/web/values.yaml';

export const SWITCH = 'progressiveDelivery.enabled';

export const problem = (content: ContentOf<Problem>): Problem =>
  toMessage('problem', content);

/** A target of one Application, with a switch for each of the workloads that run. */
export function targetWith(
  workloads: RolloutStatus[],
  changed: Partial<DeliveryTargetSummary> = {},
): DeliveryTargetSummary {
  const { title = 'web' } = changed;
  const several = workloads.length > 1;
  const switchOf = (name: string) => (several ? `${name}.${SWITCH}` : SWITCH);
  return {
    id: `main.argocd.${title}`,
    title,
    sources: [
      {
        repository: 'https://git.example.com/shop/gitops.git',
        revision: 'main',
        path: 'deploy/web',
        valuesFile: VALUES_FILE,
        commit: '4f2a9c1d7be8035566aa0c2f9de1b7a3c4d5e6f7',
      },
    ],
    destination: { cluster: 'production', namespace: 'shop' },
    application: {
      argocd: 'main',
      namespace: 'argocd',
      name: title,
      url: `https://argocd.example.com/applications/argocd/${title}`,
      sync: 'Synced',
      health: 'Healthy',
    },
    switches: workloads.map(({ kind, name }, index) => ({
      id: switchOf(name),
      enabled: kind === 'Rollout',
      origin: { from: 'overlay', file: VALUES_FILE, line: 12 + 4 * index },
      owned: true,
      trial: { state: 'changes' },
    })),
    workloads: workloads.map(({ kind, name, namespace }) => ({
      namespace,
      name,
      kindInGit: kind,
      kindsLive: [kind],
      switch: switchOf(name),
    })),
    rendering: { state: 'done' },
    live: { state: 'done' },
    problems: [],
    ...changed,
  };
}

/** The first messages of a stream. */
export function streamOf(
  runs: {
    target: DeliveryTargetSummary;
    workloads?: RolloutStatus[];
    problems?: Problem[];
    /** Seconds since it is not watched any more; absent while it is. */
    staleFor?: number;
  }[],
): RolloutStreamMessage[] {
  return [
    ...runs.flatMap(
      ({
        problems = [],
        staleFor,
        target: { id: target },
        workloads = [],
      }): RolloutStreamMessage[] => [
        {
          type: 'target',
          target,
          state: staleFor === undefined ? 'live' : 'stale',
          observedAt: new Date(
            Date.now() - 1000 * (staleFor ?? 0),
          ).toISOString(),
          problems,
        },
        ...workloads.map(status => ({
          type: 'workload' as const,
          target,
          status,
        })),
      ],
    ),
    { type: 'complete' },
  ];
}
