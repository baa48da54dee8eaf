import { hiddenValue } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { changedSpan } from './changedSpan';

/** Both lines with what differs in brackets. */
const marked = (before: string, after: string) => {
  const spans = changedSpan(before, after);
  return (
    spans &&
    (
      [
        [before, spans.before],
        [after, spans.after],
      ] as const
    )
      .map(
        ([text, [start, end]]) =>
          `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(
            end,
          )}`,
      )
      .join(' -> ')
  );
};

describe('changedSpan', () => {
  it.each([
    ['  replicas: 3', '  replicas: 4', '  replicas: [3] ->   replicas: [4]'],
    [
      'kind: Deployment',
      'kind: Rollout',
      'kind: [Deployment] -> kind: [Rollout]',
    ],
    [
      'image: registry/agents:0.9.1-slim',
      'image: registry/agents:0.9.2-slim',
      'image: registry/agents:0.9.[1]-slim -> image: registry/agents:0.9.[2]-slim',
    ],
    ['port: 80', 'port: 8080', 'port: [80] -> port: [8080]'],
  ])('finds what differs of %j and %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it.each([
    ['  strategy:', '  steps: []'],
    ['    - setWeight: 25', '  template: {}'],
    ['', 'a: 1'],
    ['    ', '    '],
  ])('finds nothing of what is not alike: %j and %j', (before, after) => {
    expect(marked(before, after)).toBeUndefined();
  });

  it('compares nothing that is hidden', () => {
    expect(
      marked(
        `password: ${hiddenValue.same}`,
        `password: ${hiddenValue.different}`,
      ),
    ).toBeUndefined();
  });
});
