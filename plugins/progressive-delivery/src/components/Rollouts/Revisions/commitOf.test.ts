import { commitOf } from './commitOf';

const at = (time: string) => `2026-03-01T${time}Z`;

const sync = (commit: string, from: string, to?: string) => ({
  commit,
  startedAt: at(from),
  endedAt: to === undefined ? undefined : at(to),
});

const syncs = [
  sync('a', '10:00:00', '10:00:04'),
  sync('b', '10:10:00', '10:10:02'),
  sync('c', '10:10:05', '10:10:09'),
  sync('d', '10:20:00'),
];

describe('commitOf', () => {
  it.each([
    ['before the first sync', '09:59:59', undefined],
    ['as a sync begins', '10:00:00', 'a'],
    ['right after a sync', '10:00:19', 'a'],
    ['long after a sync', '10:00:20', undefined],
    ['when only one of two syncs had begun', '10:10:04', 'b'],
    ['when it may have come with either of two syncs', '10:10:06', undefined],
    ['after two syncs, too late for the first', '10:10:18', 'c'],
    ['during a sync that has not ended', '10:25:00', 'd'],
  ])('made %s', (_, time, commit) => {
    expect(commitOf(at(time), syncs)?.commit).toBe(commit);
  });

  it('is the same commit, however often that was synced', () => {
    const twice = [
      sync('a', '10:00:00', '10:00:04'),
      sync('a', '10:00:05', '10:00:06'),
    ];
    expect(commitOf(at('10:00:05'), twice)?.commit).toBe('a');
  });

  it('is not known of what nobody saw made', () => {
    expect(commitOf(undefined, syncs)).toBeUndefined();
  });
});
