import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '@progressive-delivery/engine';
import {
  counts,
  revision,
  live,
  deployment,
  rollout,
  starting,
  merged,
  said,
  holds,
  at,
} from './__testUtils__/surroundings';
import { journey } from './journey';
import { JourneySurroundings, LiveStatus } from './JourneySurroundings';

describe('journey, where it runs,', () => {
  it('is done when the Deployment is gone, the Rollout healthy and its Services have endpoints', () => {
    expect(at({ ...merged, live: [rollout] })).toBeUndefined();
  });

  it('says that no canary was run of a Rollout that has steps', () => {
    const healthy = (enabled: boolean, status: LiveStatus) =>
      journey({ ...merged, enabled, live: [status] }).find(
        ({ id }) => id === 'healthy',
      )?.reason?.text;
    const steps: LiveStatus['steps'] = [
      {
        type: 'pause',
        description: toMessage('step', { id: 'empty', parameters: {} }),
        state: 'done',
      },
    ];
    expect(healthy(true, live({ steps }))).toBe(
      'No canary was run: a new Rollout skips its steps',
    );
    expect(healthy(true, rollout)).toBeUndefined();
    expect(healthy(false, deployment)).toBeUndefined();
  });

  describe('ends where its Services have endpoints', () => {
    it.each<[string, Partial<JourneySurroundings>, string | undefined]>([
      [
        'which one has not',
        {
          endpoints: {
            state: 'known',
            services: [
              { service: 'web', workload: 'web', ready: 3 },
              { service: 'web-admin', workload: 'web', ready: 0 },
              { service: 'cart', workload: 'cart', ready: 0 },
            ],
          },
        },
        'serving current: Service web-admin has no ready endpoint of web',
      ],
      [
        'which could not be read',
        {
          endpoints: {
            state: 'unknown',
            problem: problemOf(
              new Error('Backstage is not allowed to list them'),
            ),
          },
        },
        'serving unknown: The endpoints of its Services could not be read: Backstage is not allowed to list them',
      ],
      [
        'which are the story of a later release',
        {
          endpoints: { state: 'unknown' },
          live: [live({ revisions: [revision(2, 'stable', 3)] })],
        },
        undefined,
      ],
    ])('%s', (_, change, expected) => {
      expect(at({ ...merged, live: [rollout], ...change })).toBe(expected);
    });

    it('and says so where there are none', () => {
      expect(
        journey({
          ...merged,
          live: [rollout],
          endpoints: { state: 'known', services: [] },
        }).at(-1),
      ).toMatchObject({
        id: 'serving',
        state: 'done',
        reason: { text: 'No Service selects its pods' },
      });
    });
  });

  it('is done only when every workload that the switch moves is', () => {
    const two: JourneySurroundings = {
      ...merged,
      moved: {
        state: 'known',
        workloads: [
          { namespace: 'shop', name: 'web' },
          { namespace: 'shop', name: 'cart' },
        ],
      },
    };
    const cart = live({
      name: 'cart',
      phase: 'Degraded',
      message: 'InvalidSpec',
    });
    expect(at({ ...two, live: [rollout, cart] })).toBe(
      'healthy failed: cart is Degraded: InvalidSpec',
    );
    expect(at({ ...two, live: [rollout, live({ name: 'cart' })] })).toBe(
      undefined,
    );
  });

  it('is the same the way back', () => {
    expect(
      at({
        ...merged,
        enabled: false,
        live: [{ ...starting, kind: 'Deployment' }, rollout],
      }),
    ).toBe(
      'kind-changed current: Waiting for Argo CD to remove the Rollout, once the Deployment is healthy',
    );
  });

  describe('while both kinds are there', () => {
    it('waits until the new one is healthy', () => {
      expect(at({ ...merged, live: [deployment, starting] })).toBe(
        'kind-changed current: Waiting for Argo CD to remove the Deployment, once the Rollout is healthy',
      );
    });

    it('fails with the new one', () => {
      expect(
        at({
          ...merged,
          live: [
            deployment,
            { ...starting, phase: 'Degraded', message: 'ImagePullBackOff' },
          ],
        }),
      ).toBe('kind-changed failed: web is Degraded: ImagePullBackOff');
    });

    it('fails where Argo CD does not prune by itself', () => {
      expect(
        at(
          said(
            { applied: holds, prunes: false },
            { live: [deployment, rollout] },
          ),
        ),
      ).toBe(
        'kind-changed failed: Argo CD does not prune automatically: somebody who can sync Application web must prune the Deployment',
      );
    });

    it('raises an alarm once Argo CD is no longer at it', () => {
      const both = { live: [deployment, rollout] };
      const syncing = { revision: 'c'.repeat(40), holds: true };
      expect(at(said({ applied: holds, syncing }, both))).toMatch(
        /^kind-changed current: Both run/,
      );
      expect(at(said({ applied: holds }, both))).toMatch(
        /^kind-changed failed: Both run/,
      );
    });

    it('says what keeps Argo CD from pruning', () => {
      expect(
        at(
          said(
            { applied: holds, problem: 'forbidden' },
            { live: [deployment, rollout] },
          ),
        ),
      ).toBe('kind-changed failed: Argo CD could not sync: forbidden');
    });

    it.each([
      [
        1,
        'Both run: 1 pod of the Deployment still runs beside the Rollout, until Argo CD prunes the Deployment',
      ],
      [
        3,
        'Both run: 3 pods of the Deployment still run beside the Rollout, until Argo CD prunes the Deployment',
      ],
    ])('counts the %s pods that run twice', (ready, sentence) => {
      expect(
        at({
          ...merged,
          live: [{ ...deployment, replicas: counts(ready) }, rollout],
        }),
      ).toBe(`kind-changed current: ${sentence}`);
    });
  });

  describe('tells an outage', () => {
    it('where the Deployment is gone and no pod of the Rollout is available', () => {
      expect(
        at({
          ...merged,
          live: [{ ...starting, replicas: counts(0), revisions: [] }],
        }),
      ).toBe('healthy failed: No pod of web is available to serve traffic');
    });

    it('where both are gone', () => {
      expect(at({ ...merged, live: [] })).toBe(
        'synced failed: No pod of web is available to serve traffic',
      );
    });

    it('where both are gone, although Argo CD has applied it', () => {
      expect(at(said({ applied: holds }, { live: [] }))).toBe(
        'kind-changed failed: No pod of web is available to serve traffic',
      );
    });

    it('but not where none is wanted', () => {
      expect(
        at({
          ...merged,
          live: [
            live({
              phase: 'Progressing',
              replicas: counts(0, 0),
              revisions: [],
            }),
          ],
        }),
      ).toBe('healthy current: web is Progressing');
    });
  });
});
