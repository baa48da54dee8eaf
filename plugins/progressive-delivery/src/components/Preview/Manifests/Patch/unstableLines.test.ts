import { FieldDifference } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { unstableLines } from './unstableLines';

const differs = (
  path: FieldDifference['path'],
  more: Partial<FieldDifference> = {},
): FieldDifference => ({ change: 'changed', path, ...more });

/** The numbers of lines, and the last parts of the paths of what is elsewhere. */
const read = (patch: string[], ...differences: FieldDifference[]) => {
  const { after, before, elsewhere } = unstableLines(
    `${patch.join('\n')}\n`,
    differences,
  );
  return {
    before: Array.from(before),
    after: Array.from(after),
    elsewhere: elsewhere.map(({ path }) => path.at(-1)),
  };
};

const unstable = { unstable: true };

describe('unstableLines', () => {
  it('finds the lines of a field, and leaves those of others alone', () => {
    expect(
      read(
        [
          '@@ -1,4 +1,4 @@',
          ' data:',
          '-  session-key: YQ==',
          '-  size: "1"',
          '+  session-key: Yg==',
          '+  size: "2"',
          ' kind: Secret',
        ],
        differs(['data', 'session-key'], unstable),
        differs(['data', 'size']),
      ),
    ).toEqual({ before: [2], after: [2], elsewhere: [] });
  });

  it('finds all lines of a text and of what is in a field', () => {
    expect(
      read(
        [
          '@@ -1,7 +1,5 @@',
          ' data:',
          '-  ca.crt: |',
          '-    MIIa',
          '-    key: b',
          '+  ca.crt: MIIc',
          '   other: a',
          ' spec:',
          '-  random:',
          '-    - 1',
          '+  random:',
          '+    - 2',
        ],
        differs(['data', 'ca.crt'], unstable),
        differs(['spec', 'random'], unstable),
      ),
    ).toEqual({ before: [2, 3, 4, 7, 8], after: [2, 5, 6], elsewhere: [] });
  });

  it('tells items of a list apart by what they are told apart by', () => {
    const env = ['spec', 'env'];
    expect(
      read(
        [
          '@@ -8,4 +8,4 @@',
          '             - name: SEED',
          '-              value: "1"',
          '+              value: "2"',
          '             - name: LEVEL',
          '-              value: "info"',
          '+              value: "debug"',
        ],
        differs([...env, { name: 'SEED' }, 'value'], unstable),
        differs([...env, { name: 'LEVEL' }, 'value']),
      ),
    ).toEqual({ before: [9], after: [9], elsewhere: [] });
  });

  it('has elsewhere what may as well be another field', () => {
    expect(
      read(
        [
          '@@ -20,2 +20,2 @@',
          '       a: 1',
          '-      value: 1',
          '+      value: 2',
          '@@ -40,2 +40,2 @@',
          '-      value: 3',
          '+      value: 4',
        ],
        differs(['spec', 'one', 'value'], unstable),
        differs(['spec', 'two', 'value']),
      ),
    ).toEqual({ before: [], after: [], elsewhere: ['value'] });
  });

  it('follows what has moved, and looks on no side where it is not', () => {
    expect(
      read(
        [
          '@@ -1,4 +1,4 @@',
          ' spec:',
          '-  old: 1',
          '+  new: 2',
          ' status:',
          '+  token: a',
        ],
        differs(['spec', 'new'], {
          ...unstable,
          change: 'moved',
          movedFrom: ['spec', 'old'],
        }),
        differs(['status', 'token'], { ...unstable, change: 'added' }),
      ),
    ).toEqual({ before: [2], after: [2, 4], elsewhere: [] });
  });

  it('has elsewhere what the diff has no line of', () => {
    expect(
      read(
        ['@@ -1,2 +1,2 @@', ' data:', '-  a: 1', '+  a: 2'],
        differs(['data', 'a']),
        differs(['data', 'b'], unstable),
      ),
    ).toEqual({ before: [], after: [], elsewhere: ['b'] });
  });

  it('reads nothing where all fields are stable', () => {
    expect(read(['@@ -1 +1 @@', '-a: 1', '+a: 2'], differs(['a']))).toEqual({
      before: [],
      after: [],
      elsewhere: [],
    });
  });
});
