import { workloadResources } from './workloadResources';

const metadata = { name: 'web', namespace: 'shop', uid: 'uid-of-web' };

/** As little as the API server gives of each kind: before any controller has looked at it. */
const CREATED = {
  rollouts: { metadata, spec: {} },
  deployments: { metadata, spec: {} },
  replicaSets: { metadata, spec: { template: { spec: {} } } },
  pods: { metadata, spec: {} },
  analysisRuns: { metadata, spec: {} },
  experiments: { metadata, spec: {} },
  services: { metadata, spec: {} },
  warnings: { metadata, involvedObject: {} },
  rolloutEvents: { metadata, involvedObject: {} },
} satisfies Record<keyof typeof workloadResources, object>;

describe('the schemas of all that statuses are told from', () => {
  it.each(Object.entries(workloadResources))(
    'read %s that no controller has looked at yet',
    (kind, { schema }) => {
      const object = Object.entries(CREATED).find(([name]) => name === kind)!;
      for (const created of [object[1], { ...object[1], status: null }]) {
        const { error } = schema.safeParse(created);
        expect(error?.issues).toBeUndefined();
      }
    },
  );
});
