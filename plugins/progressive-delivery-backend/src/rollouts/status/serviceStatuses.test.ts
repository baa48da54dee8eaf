import {
  CANARY,
  ownedWith,
  rolloutWith,
  STABLE,
} from '../__testUtils__/objects';
import { replicaSetObjectSchema } from '../objects/kinds/replicaSetObject';
import { rolloutStatus } from './rolloutStatus';
import { serviceObjectSchema } from '../objects/kinds/serviceObject';

const service = (name: string, hash?: string) =>
  serviceObjectSchema.parse({
    metadata: { name, uid: `uid-of-${name}` },
    spec: {
      selector: {
        app: 'web',
        ...(hash && { 'rollouts-pod-template-hash': hash }),
      },
    },
  });
const stable = replicaSetObjectSchema.parse({
  metadata: {
    name: `web-${STABLE}`,
    uid: 'stable',
    annotations: { 'rollout.argoproj.io/revision': '1' },
    labels: { 'rollouts-pod-template-hash': STABLE },
    ownerReferences: [{ uid: 'uid-of-rollout' }],
  },
  spec: { template: { spec: {} } },
});
const told = (
  strategy: object,
  services: ReturnType<typeof service>[] | undefined,
) =>
  rolloutStatus(
    rolloutWith({ strategy }),
    ownedWith({ services, replicaSets: [stable] }),
    { now: new Date() },
  );

describe('serviceStatuses', () => {
  const canary = { stableService: 'web', canaryService: 'web-canary' };

  it('says which revision each selects, by number where it is known', () => {
    expect(
      told({ canary }, [
        service('web', STABLE),
        service('web-canary', CANARY),
        service('of-somebody-else', CANARY),
      ]).services,
    ).toEqual([
      {
        role: 'stable',
        name: 'web',
        selects: 'revision',
        podHash: STABLE,
        revision: 1,
      },
      {
        role: 'canary',
        name: 'web-canary',
        selects: 'revision',
        podHash: CANARY,
      },
    ]);
  });

  it('says that one is missing, or selects all', () => {
    expect(
      told(
        { blueGreen: { activeService: 'web', previewService: 'web-preview' } },
        [service('web')],
      ).services,
    ).toEqual([
      { role: 'active', name: 'web', selects: 'all' },
      { role: 'preview', name: 'web-preview', selects: 'missing' },
    ]);
  });

  it('tells none from those that could not be read', () => {
    expect(told({ canary }, undefined)).toMatchObject({
      services: undefined,
      unread: ['services'],
    });
    expect(told({ canary: {} }, undefined)).toMatchObject({
      services: [],
      unread: [],
    });
  });
});
