import { parseVersionRange } from '@progressive-delivery/engine';
import { highestTag } from './highestTag';

const highest = (range: string, tags: Record<string, string>) =>
  highestTag(parseVersionRange(range)!, new Map(Object.entries(tags)));

/** Tags with a commit of their own each. */
const tags = (...names: string[]) =>
  Object.fromEntries(names.map((name, index) => [name, String(index)]));

describe('highestTag', () => {
  it('is the highest version of the range, not the last in the alphabet', () => {
    expect(
      highest('1.x', tags('v1.10.0', 'v1.2.0', 'v1.9.0', 'v2.0.0')),
    ).toEqual({ tag: 'v1.10.0' });
  });

  it('passes over what is no version, and prereleases that nobody asked for', () => {
    const all = tags('latest', 'chart-9.0.0', '1.0.0', '1.1.0-rc.1');
    expect(highest('*', all)).toEqual({ tag: '1.0.0' });
    expect(highest('>=1-0', all)).toEqual({ tag: '1.1.0-rc.1' });
  });

  it('takes either of two tags of one version where both are at the same commit', () => {
    expect(highest('1.x', { 'v1.2': 'a', '1.2.0': 'a' })).toEqual({
      tag: 'v1.2',
    });
  });

  it('does not choose where Argo CD would by chance', () => {
    expect(highest('1.x', { 'v1.2.0': 'a', '1.2.0': 'b' })).toEqual({
      alike: ['v1.2.0', '1.2.0'],
    });
    // Only the highest matters.
    expect(
      highest('1.x', { 'v1.2.0': 'a', '1.2.0': 'b', '1.3.0': 'c' }),
    ).toEqual({ tag: '1.3.0' });
  });

  it('is none where a tag is one that Argo CD gives up at', () => {
    expect(highest('1.x', tags('v1.2.0', 'v1.0.0-01'))).toEqual({
      unreadable: 'v1.0.0-01',
    });
  });

  it('is none where no version is in the range', () => {
    expect(highest('3.x', tags('v1.2.0'))).toEqual({
      alike: [],
    });
  });
});
