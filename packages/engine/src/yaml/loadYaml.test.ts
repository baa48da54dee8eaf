import { dumpYaml } from './dumpYaml';
import { loadYaml, loadYamlDocuments } from './loadYaml';

/** Levels of lists, each of which holds the one below ten times. */
const bomb = (levels: number) =>
  Array.from(
    { length: levels },
    (_, level) =>
      `a${level}: &a${level} [${Array(10)
        .fill(level === 0 ? 'x' : `*a${level - 1}`)
        .join(',')}]`,
  ).join('\n');

describe('loadYaml', () => {
  it('merges what a mapping refers to over what stands before, as Go does', () => {
    expect(
      loadYaml(
        'a: &a { b: 1, c: 2 }\nafter: { <<: *a, c: 3 }\nbefore: { c: 3, <<: *a }\nfirst: { <<: [*a, { b: 4, z: 5 }] }\nboth: { <<: *a, <<: { d: 6 } }\n',
      ),
    ).toMatchObject({
      after: { b: 1, c: 3 },
      before: { b: 1, c: 2 },
      first: { b: 1, c: 2, z: 5 },
      both: { b: 1, c: 2, d: 6 },
    });
  });

  it('takes quoted arrows, and those that are a value, for texts', () => {
    expect(loadYaml('"<<": { x: 1 }\na: <<\nb: [<<]')).toEqual({
      '<<': { x: 1 },
      a: '<<',
      b: ['<<'],
    });
  });

  it('takes no notice of tags that Go does not know', () => {
    expect(
      loadYaml(
        'a: !Foo no\nb: ! no\nc: !!str no\nd: !Foo { x: 1 }\ne: !!int "5"\nf: !!float 3',
      ),
    ).toEqual({ a: 'no', b: 'no', c: 'no', d: { x: 1 }, e: 5, f: 3 });
  });

  it('reads flow collections that go on at the indentation of their parent', () => {
    expect(loadYaml('k:\n  l: [a,\n  b]\nm: {a: 1,\nb: 2}\n')).toEqual({
      k: { l: ['a', 'b'] },
      m: { a: 1, b: 2 },
    });
  });

  it('keeps keys that mean something to JavaScript', () => {
    const read = loadYaml(
      '__proto__: { a: 1 }\nconstructor: *c\ntoString: 2\n'.replace('*c', '3'),
    );
    expect(Object.entries(read as object)).toEqual([
      ['__proto__', { a: 1 }],
      ['constructor', 3],
      ['toString', 2],
    ]);
  });

  it('takes the last of two fields of one name, unless they have to be unique', () => {
    expect(loadYaml('a: 1\na: 2')).toEqual({ a: 2 });
    expect(() => loadYaml('a: 1\na: 2', { uniqueKeys: true })).toThrow(
      /^The text is not valid YAML, line 2: duplicated mapping key$/,
    );
  });

  it('writes aliases out, so that nothing is shared', () => {
    const { a, b } = loadYaml('a: &a [1]\nb: *a') as { a: unknown; b: unknown };
    expect(b).toEqual(a);
    expect(b).not.toBe(a);
  });

  it('does not mind how many aliases there are', () => {
    expect(
      loadYaml(`x: &x { a: 1 }\nz: [${'*x, '.repeat(2_000)}]`),
    ).toMatchObject({ z: Array(2_000).fill({ a: 1 }) });
  });

  it('reads a file with a document, and empty ones around it', () => {
    expect(loadYaml('---\n# nothing\n---\na: 1\n---\n')).toEqual({ a: 1 });
    expect(loadYaml('# nothing')).toBeUndefined();
    expect(() => loadYaml('a: 1\n---\nb: 1\n')).toThrow(
      /several YAML documents/,
    );
    expect(loadYamlDocuments('a: 1\n---\nb: 1\n')).toHaveLength(2);
  });

  it.each([
    [
      'aliases that stand for more than fits into memory',
      bomb(30),
      /aliases that stand for more than 2\d,\d{3} values/,
    ],
    [
      'aliases of a long text',
      `a: &a ${'x'.repeat(100_000)}\nb: [${'*a,'.repeat(1_000)}]`,
      /32 MiB/,
    ],
    [
      'merge keys that stand for too much',
      `${bomb(3)}\n${Array.from(
        { length: 30 },
        (_, level) =>
          `m${level}: &m${level} { ${
            level === 0
              ? 'k: 1'
              : Array(10)
                  .fill(`<<: *m${level - 1}`)
                  .join(', ')
          } }`,
      ).join('\n')}`,
      /aliases that stand for more than 2\d,\d{3} values/,
    ],
    ['what contains itself', 'a: &a [*a]', /contains itself/],
    ['what merges itself', 'a: &a { <<: *a }', /contains itself/],
    ['a merge of what is no mapping', 'a: { <<: 1 }', /merge key/],
    [
      'what is nested',
      `a: ${'['.repeat(200)}${']'.repeat(200)}`,
      /100 levels deep/,
    ],
    ['a nesting that no parser takes', '['.repeat(200_000), /100 levels deep/],
    [
      'what is too long',
      `# ${'x'.repeat(1024 * 1024)}`,
      /longer than 1,048,576 characters/,
    ],
    ['what is no YAML', 'a: 1\nb: [', /^The text is not valid YAML, line \d: /],
  ])('refuses %s', (_, text, message) => {
    const start = performance.now();
    expect(() => loadYaml(text)).toThrow(
      expect.objectContaining({
        name: 'YamlError',
        message: expect.stringMatching(message),
      }),
    );
    // Seconds, or hours, where it is not bounded.
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('dumpYaml', () => {
  it('quotes what Kubernetes would not read as a text, and puts names first', () => {
    expect(
      dumpYaml({
        metadata: { labels: { a: 'yes', b: '0644', c: '<<' }, name: 'x' },
        kind: 'A',
        apiVersion: 'v1',
      }),
    ).toBe(
      "apiVersion: v1\nkind: A\nmetadata:\n  name: x\n  labels:\n    a: 'yes'\n    b: '0644'\n    c: '<<'\n",
    );
  });

  it('writes large whole numbers as the numbers and the texts that they are', () => {
    const text =
      'id: "12345678901234567890"\nnumber: 12345678901234567890\nhex: "0xffffffffffffffff"\n';
    const read = (each: string) => loadYaml(each, { largeIntegers: 'float' });
    expect(read(text)).toEqual({
      id: '12345678901234567890',
      number: 12345678901234567000,
      hex: '0xffffffffffffffff',
    });
    expect(read(dumpYaml(read(text)))).toEqual(read(text));
  });

  it('writes what is read as the same', () => {
    const values = [
      null,
      true,
      0,
      -0,
      -7,
      1.5,
      1e21,
      1e-7,
      '',
      'no',
      '1e3',
      '.5',
      '2020-01-01',
      '~',
    ];
    expect(loadYaml(dumpYaml({ values }))).toEqual({ values });
  });
});
