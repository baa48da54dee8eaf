import { Comparison, comparisonSchema, switchChangeSchema } from './comparison';
import { toMessage } from '../texts';

describe('switchChangeSchema', () => {
  it.each([
    ['true', true],
    ['false', false],
    [true, true],
  ])('reads enabled=%s', (given, enabled) => {
    expect(
      switchChangeSchema.parse({
        switch: 'progressiveDelivery.enabled',
        enabled: given,
      }),
    ).toEqual({ switch: 'progressiveDelivery.enabled', enabled });
  });

  it.each(['yes', '1', '', undefined])('refuses enabled=%s', given => {
    const parsed = switchChangeSchema.safeParse({
      switch: 'a',
      enabled: given,
    });
    expect(parsed.error?.issues).toEqual([
      expect.objectContaining({
        path: ['enabled'],
        message: 'say which way: enabled=true or enabled=false',
      }),
    ]);
  });
});

/** What this version sends of a switch that is turned on. */
const comparison: Comparison = {
  target: 'main.argocd.agents',
  switch: 'progressiveDelivery.enabled',
  enabled: true,
  digest: '5a1',
  profile: { id: 'p', helm: 'v4.3.0', kustomize: 'v5.8.3', apiVersions: [] },
  base: { repository: 'r', branch: 'main', commit: 'c' },
  summary: 'Deployment agents becomes a Rollout of the same name.',
  sentences: [
    toMessage('comparison', {
      id: 'kindChanges',
      parameters: { workload: 'Deployment agents', kind: 'Rollout' },
    }),
  ],
  alreadySet: false,
  masked: true,
  unstable: [],
  unchanged: 3,
  changes: [
    {
      change: 'kind-changed',
      differences: [
        {
          change: 'added',
          path: ['spec', 'strategy', 'canary'],
          onlyIn: 'Rollout',
        },
      ],
      patch: '+canary',
      shortened: false,
    },
  ],
};

const [change] = comparison.changes;
const [difference] = change.differences;
const unknown = (text: string) => ({ id: 'unknown', parameters: {}, text });

describe('a comparison of this version', () => {
  it('is read as it was sent', () => {
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  });
});

describe('a comparison of the next minor version', () => {
  it('is shown as far as it is known, and the rest as unknown', () => {
    const later = {
      ...comparison,
      moon: 'full',
      sentences: [
        { id: 'eclipse', parameters: { of: 'moon' }, text: 'It gets dark.' },
        { id: 'kindChanges', parameters: {}, text: 'A kind changes.' },
      ],
      changes: [
        {
          ...change,
          change: 'renamed',
          differences: [
            { ...difference, change: 'merged', onlyIn: 'StatefulSet' },
          ],
        },
      ],
    };
    expect(comparisonSchema.parse(later)).toEqual({
      ...comparison,
      sentences: [unknown('It gets dark.'), unknown('A kind changes.')],
      changes: [
        {
          ...change,
          change: 'unknown',
          differences: [
            { ...difference, change: 'unknown', onlyIn: undefined },
          ],
        },
      ],
    });
  });
});

describe('a comparison of the previous minor version', () => {
  it('has English sentences where ids are now', () => {
    const sentences = ['Deployment agents becomes a Rollout.'];
    expect(
      comparisonSchema.parse({ ...comparison, sentences }).sentences,
    ).toEqual(sentences.map(unknown));
  });
});
