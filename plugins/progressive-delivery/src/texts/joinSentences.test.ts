import { joinSentences } from './joinSentences';

describe('joinSentences', () => {
  it.each([
    [[], ''],
    [
      [
        'Pods may not be listed in agents',
        'Cluster production did not answer.',
      ],
      'Pods may not be listed in agents. Cluster production did not answer.',
    ],
    [['Is it there?', 'It is'], 'Is it there? It is.'],
  ])('makes one text of %j', (sentences, expected) => {
    expect(joinSentences(sentences)).toBe(expected);
  });
});
