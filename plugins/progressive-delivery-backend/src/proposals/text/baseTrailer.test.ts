import { baseIn, baseTrailer } from './baseTrailer';

describe('the line that names the base', () => {
  it.each(['main', 'release/1.x', 'größe#12', 'a!7', '@team/next'])(
    'is read as it was written: %s',
    branch => {
      const line = baseTrailer(branch);
      expect(line).toMatch(/^Backstage-Base: [^@#!/\s]+$/);
      expect(baseIn(`Turn it on\n\n${line}\nBackstage-Tree: 1\n`)).toBe(branch);
    },
  );

  it('is not there, or cannot be read', () => {
    expect(baseIn('Turn it on\n')).toBeUndefined();
    expect(baseIn('Turn it on\n\nBackstage-Base: %E0%A4%A\n')).toBeUndefined();
  });
});
