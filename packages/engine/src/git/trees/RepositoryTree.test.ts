import fc from 'fast-check';
import { parseTree, pathsBelow } from './RepositoryTree';

const ID = '0123456789abcdef0123456789abcdef01234567';

describe('parseTree', () => {
  it('reads what git lists, by path', () => {
    const listing = [
      `100644 blob ${ID}\tvalues.yaml`,
      `100755 blob ${ID}\tbin/run with\ttab`,
      `120000 blob ${ID}\tlink`,
      `160000 commit ${ID}\tsub\nmodule`,
      `100664 blob ${ID}\told`,
      '',
    ].join('\0');
    expect(Array.from(parseTree(listing))).toEqual([
      ['values.yaml', { mode: '100644', id: ID }],
      ['bin/run with\ttab', { mode: '100755', id: ID }],
      ['link', { mode: '120000', id: ID }],
      ['sub\nmodule', { mode: '160000', id: ID }],
      ['old', { mode: '100644', id: ID }],
    ]);
  });

  it('reads an empty tree', () => {
    expect(parseTree('').size).toBe(0);
  });

  it('does not guess', () => {
    expect(() => parseTree(`040000 tree ${ID}\tfolder\0`)).toThrow(
      `git ls-tree gave an unknown line: 040000 tree ${ID}\tfolder`,
    );
  });
});

describe('pathsBelow', () => {
  it('finds what begins with the directory, for any paths', () => {
    const segment = fc.constantFrom('a', 'b', 'a-b', 'a.b', 'A');
    const path = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map(segments => segments.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path), path, (paths, directory) => {
        const sorted = paths.sort((a, b) => (a < b ? -1 : 1));
        expect(pathsBelow(sorted, directory)).toEqual(
          sorted.filter(each => each.startsWith(`${directory}/`)),
        );
      }),
    );
  });

  it('finds all below the root', () => {
    expect(pathsBelow(['a', 'b/c'], '.')).toEqual(['a', 'b/c']);
  });
});
