import { dumpYaml, loadYaml } from './kubernetesYaml';

describe('loadYaml', () => {
  it.each([
    ['yes', true],
    ['Off', false],
    ['"yes"', 'yes'],
    ['0644', 420],
    ['0o644', 420],
    ['0x1F', 31],
    ['08', 8],
    ['1_000', 1000],
    ['-7', -7],
    ['1.50', 1.5],
    ['12345678901234567890', '12345678901234567890'],
    ['2020-01-01', '2020-01-01'],
    ['~', null],
  ])('reads %s as Kubernetes does', (text, value) => {
    expect(loadYaml(`a: ${text}`)).toEqual([{ a: value }]);
  });

  it('merges what a mapping refers to', () => {
    expect(loadYaml('a: &a { b: 1, c: 2 }\nd: { <<: *a, c: 3 }')).toEqual([
      { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } },
    ]);
  });

  it('takes the last of two fields of one name', () => {
    expect(loadYaml('a: 1\na: 2')).toEqual([{ a: 2 }]);
  });

  it('writes aliases out, so that nothing is shared', () => {
    const [{ a, b }] = loadYaml('a: &a [1]\nb: *a') as [
      { a: unknown; b: unknown },
    ];
    expect(b).toEqual(a);
    expect(b).not.toBe(a);
  });

  it.each([
    [
      'aliases that stand for more than fits into memory',
      Array.from(
        { length: 30 },
        (_, level) =>
          `a${level}: &a${level} [${Array(10)
            .fill(level === 0 ? 'x' : `*a${level - 1}`)
            .join(',')}]`,
      ).join('\n'),
      /more than 500000 values/,
    ],
    ['what contains itself', 'a: &a [*a]', /100 levels deep/],
    ['what is nested', `a: ${'['.repeat(200)}${']'.repeat(200)}`, /nesting/],
    ['a nesting that no parser takes', '['.repeat(200_000), /not valid YAML/],
  ])('refuses %s', (_, text, message) => {
    expect(() => loadYaml(text)).toThrow(message);
  });
});

describe('dumpYaml', () => {
  it('quotes what Kubernetes would not read as a text, and puts names first', () => {
    expect(
      dumpYaml({
        metadata: { labels: { a: 'yes', b: '0644' }, name: 'x' },
        kind: 'A',
        apiVersion: 'v1',
      }),
    ).toBe(
      "apiVersion: v1\nkind: A\nmetadata:\n  name: x\n  labels:\n    a: 'yes'\n    b: '0644'\n",
    );
  });
});
