import {
  findingSchema,
  findingDocs,
  isSameFinding,
  preflightSchema,
} from './finding';
import { findingMessage, messageTexts, uncheckedMessage } from '../texts';

const pruneLast = {
  id: 'prune-last-live',
  object: { kind: 'Deployment', namespace: 'shop', name: 'web' },
  severity: 'block',
  docs: findingDocs('prune-last-live'),
  ...findingMessage({
    message: 'pruneLastMissing',
    parameters: { kind: 'Deployment', workload: 'web', replacedBy: 'Rollout' },
  }),
} as const;

describe('a finding', () => {
  it('says what was seen, why it matters and what to do, in English', () => {
    expect(pruneLast).toMatchObject({
      seen: 'Deployment web does not have PruneLast=true in its annotation argocd.argoproj.io/sync-options, neither live nor in Git',
      why: 'Argo CD removes the Deployment before it creates the Rollout: no pod is ready until the new ones are.',
      code: 'metadata:\n  annotations:\n    argocd.argoproj.io/sync-options: PruneLast=true',
      docs: 'docs/preflight.md#prune-last-live',
    });
    expect(findingSchema.parse(pruneLast)).toEqual(pruneLast);
  });

  it('of a later version is read, of a severity that is not known', () => {
    expect(
      findingSchema.parse({ ...pruneLast, severity: 'fatal', message: 'new' }),
    ).toMatchObject({ severity: 'unknown', message: 'new' });
  });

  it('is told from others by its check and its object', () => {
    const object = { ...pruneLast.object, cluster: 'main' };
    expect(isSameFinding(pruneLast, { ...pruneLast })).toBe(true);
    expect(isSameFinding(pruneLast, { ...pruneLast, object })).toBe(false);
    expect(isSameFinding(pruneLast, { ...pruneLast, id: 'other' })).toBe(false);
  });

  it('that cannot be read keeps no other back', () => {
    expect(
      preflightSchema.parse({
        findings: [{ id: 'odd' }, pruneLast],
        unchecked: [],
        summary: { looked: 1, found: 1, couldNotLook: 0 },
      }),
    ).toMatchObject({ findings: [pruneLast], acknowledgeWarnings: false });
  });
});

describe('a check that could not look', () => {
  it('says why, and what would let it', () => {
    expect(
      uncheckedMessage({
        message: 'clusterUnknown',
        parameters: { destination: 'https://cluster.example.com' },
      }),
    ).toMatchObject({
      reason:
        'No cluster of the Kubernetes plugin matches the destination https://cluster.example.com',
      remedy: 'Name the cluster for it in progressiveDelivery.destinations.',
    });
  });
});

describe('the texts of findings', () => {
  it.each([
    ['finding', ['seen', 'why', 'remedy'], ['code']],
    ['unchecked', ['reason', 'remedy'], []],
  ] as const)('of %s have all their parts', (concept, needed, optional) => {
    const parts = new Map<string, string[]>();
    for (const key of Object.keys(messageTexts[concept])) {
      const [id, part] = key.split('.');
      parts.set(id, [...(parts.get(id) ?? []), part]);
    }
    expect(parts.size).toBeGreaterThan(0);
    for (const [id, all] of parts) {
      expect([id, all]).toEqual([id, expect.arrayContaining([...needed])]);
      expect(
        all.filter(
          part => ![...needed, ...optional].some(each => each === part),
        ),
      ).toEqual([]);
    }
  });
});
