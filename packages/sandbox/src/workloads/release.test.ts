import { release } from './release';
import { workloads } from './workloads';

const [agents] = workloads;

describe('release', () => {
  it('changes tag and digest together, and the digest with the tag', () => {
    const values = 'image:\n  tag: 0.9.1\n  digest: sha256:00\n';
    const [, tag, digest] =
      /^image:\n {2}tag: "(.*)"\n {2}digest: "sha256:([0-9a-f]{64})"\n$/.exec(
        release(values, agents, '0.9.2'),
      )!;
    expect(tag).toBe('0.9.2');
    expect(release(values, agents, '0.9.2')).toContain(digest);
    expect(release(values, agents, '0.9.3')).not.toContain(digest);
  });

  it('adds no digest where none is pinned', () => {
    expect(release('image:\n  tag: 0.9.1\n', agents, '0.9.2')).toBe(
      'image:\n  tag: "0.9.2"\n',
    );
  });
});
