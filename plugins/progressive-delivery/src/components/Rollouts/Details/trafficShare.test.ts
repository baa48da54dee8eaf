import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { trafficShare } from './trafficShare';

const revision = (podHash: string, role: RevisionStatus['role']) => ({
  ...{ kind: 'ReplicaSet', name: `web-${podHash}`, podHash, role },
  ...{ images: [], pods: [], desired: 1, ready: 1, available: 1 },
});

const revisions = [
  revision('aaa', 'canary'),
  revision('bbb', 'stable'),
] as RevisionStatus[];

const of = (podHash: string) =>
  ({ name: 'web', selects: 'revision', podHash } as const);

describe('trafficShare', () => {
  it.each([
    ['canary', of('aaa'), 25],
    ['stable', of('bbb'), 75],
    ['ping', of('aaa'), 25],
    ['pong', of('bbb'), 75],
    // Neither of the revisions that are known.
    ['ping', of('ccc'), undefined],
    ['ping', { name: 'web', selects: 'all' }, undefined],
    ['canary', { name: 'web', selects: 'missing' }, undefined],
    ['active', of('bbb'), 100],
    ['preview', of('aaa'), undefined],
    ['unknown', of('aaa'), undefined],
  ] as const)(
    'of the Service that is %s and selects %j is %s',
    (role, service, share) => {
      expect(
        trafficShare({ ...service, role }, { canaryShare: 25, revisions }),
      ).toBe(share);
    },
  );

  it('is not told where nothing routes the traffic of a canary', () => {
    for (const role of ['canary', 'stable', 'ping', 'pong'] as const) {
      expect(
        trafficShare({ ...of('aaa'), role }, { revisions }),
      ).toBeUndefined();
    }
  });
});
