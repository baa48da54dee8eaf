import { yamlTokens, YamlTexts } from './yamlTokens';

const read = (line: string) =>
  yamlTokens(line).map(({ end, kind, start }) => [
    kind,
    line.slice(start, end),
  ]);

describe('yamlTokens', () => {
  it.each([
    ['kind: Rollout', ['key', 'kind'], ['string', 'Rollout']],
    ['  - setWeight: 25', ['key', 'setWeight'], ['constant', '25']],
    ['  - - a', ['string', 'a']],
    ['metadata:', ['key', 'metadata']],
    ['    pause: {}', ['key', 'pause']],
    ['    args: []', ['key', 'args']],
    ['  enabled: true', ['key', 'enabled'], ['constant', 'true']],
    ['  nothing: null', ['key', 'nothing'], ['constant', 'null']],
    ['  ratio: -1.5e3', ['key', 'ratio'], ['constant', '-1.5e3']],
    ['  version: 1.2.3', ['key', 'version'], ['string', '1.2.3']],
    ["  quoted: 'yes: no'", ['key', 'quoted'], ['string', "'yes: no'"]],
    ["'a: b': c", ['key', "'a: b'"], ['string', 'c']],
    ['"a\\": b": c', ['key', '"a\\": b"'], ['string', 'c']],
    ["- 'a: b'", ['string', "'a: b'"]],
    ['image: host:5000/a:1', ['key', 'image'], ['string', 'host:5000/a:1']],
    ['- --flag=a', ['string', '--flag=a']],
    ['script: |-', ['key', 'script']],
    ['password: ••• (different)', ['key', 'password']],
    ['••• (2): •••', ['key', '••• (2)']],
    ['note: a ••• b', ['key', 'note']],
    ['  # Before: this'],
    [''],
    ['   '],
  ])('reads %j', (line, ...expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('takes no longer for what was made to look like more', () => {
    const started = performance.now();
    for (const part of ['- ', ': ', '"', "'", '\\"', 'a:', ' ', "''"]) {
      yamlTokens(part.repeat(30_000));
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('YamlTexts', () => {
  it('tells the lines of a text from those of the document', () => {
    const texts = new YamlTexts();
    const document = [
      'data:',
      '  a.conf: |',
      '    port: 1',
      '',
      '    host:',
      '      b: c',
      '  plain: d',
      'args:',
      '  - -c',
      '  - |',
      '    run: it',
      '    and: more',
      'steps:',
      '  - script: |-',
      '      x: y',
      '      z: 1',
      '    name: e',
    ];
    expect(document.filter(line => texts.next(line))).toEqual([
      '    port: 1',
      '',
      '    host:',
      '      b: c',
      '    run: it',
      '    and: more',
      '      x: y',
      '      z: 1',
    ]);
  });
});
