import { InputError } from '@backstage/errors';
import { dump, load } from 'js-yaml';
import fc from 'fast-check';
import { editSwitch } from './editSwitch';
import { ValuesDocument } from './valuesDocument';

const FILE = 'values.yaml';

const edit = (
  text: string,
  path = 'controllers.progressiveDelivery.enabled',
  enabled = true,
  helm?: string,
) =>
  editSwitch(ValuesDocument.parse(text, { file: FILE, helm }), {
    file: FILE,
    path: path.split('.'),
    enabled,
  });

/** The same values but for the switch. */
function switchedOn(values: unknown): unknown {
  const expected = (structuredClone(values) ?? {}) as Record<string, any>;
  expected.controllers ??= {};
  expected.controllers.progressiveDelivery ??= {};
  expected.controllers.progressiveDelivery.enabled = true;
  return expected;
}

/** `undefined` where it is refused with a clear error. */
function editUnlessRefused(text: string): string | undefined {
  try {
    return edit(text);
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}

describe('editSwitch', () => {
  describe('replaces the scalar and no other byte', () => {
    it.each([
      ['false', 'true'],
      ['no', 'true'],
      ['"false"', 'true'],
      ["'off'", 'true'],
      ['null', 'true'],
      ['~', 'true'],
    ])('of %s', (scalar, after) => {
      const text = (value: string) =>
        `# top\ncontrollers:   # ours\n    progressiveDelivery:\n        enabled:   ${value}   # the switch\n        provider: x\n\nlast: 1e3`;
      expect(edit(text(scalar))).toBe(text(after));
    });

    it('of nothing at all', () => {
      expect(
        edit('controllers:\n  progressiveDelivery:\n    enabled:\n    a: 1\n'),
      ).toBe(
        'controllers:\n  progressiveDelivery:\n    enabled: true\n    a: 1\n',
      );
      expect(
        edit('controllers:\n  progressiveDelivery:\n    enabled: # off\n'),
      ).toBe('controllers:\n  progressiveDelivery:\n    enabled: true # off\n');
    });

    it('with carriage returns, a byte order mark and no final line end', () => {
      const text = (value: string) =>
        `\ufeffa: 1\r\ncontrollers:\r\n  progressiveDelivery:\r\n    enabled: ${value}`;
      expect(edit(text('false'))).toBe(text('true'));
    });

    it('in flow style', () => {
      expect(
        edit('controllers: {progressiveDelivery: {enabled: false, x: [1]}}\n'),
      ).toBe('controllers: {progressiveDelivery: {enabled: true, x: [1]}}\n');
    });

    it.each([
      ['an anchor that nothing refers to', '&unused false', '&unused true'],
      ['a tag that fits', '!!bool no', '!!bool true'],
    ])('of %s', (_, before, after) => {
      const text = (value: string) =>
        `controllers: &c\n  progressiveDelivery: { enabled: ${value} }\n`;
      expect(edit(text(before))).toBe(text(after));
    });

    it('in a file of many aliases', () => {
      const text = (value: string) =>
        `x: &x { a: 1 }\nz:\n${'  - *x\n'.repeat(
          1_500,
        )}controllers:\n  progressiveDelivery:\n    enabled: ${value}\n`;
      expect(edit(text('off'))).toBe(text('true'));
    });

    it.each([
      ['a list', '[a,\nb]'],
      ['a list with comments', '[a, # one\n\n# two\nb, "c\nd"\n]'],
      ['a mapping in a list', '[{a: 1,\nb: 2},\n[c,\nd]]'],
    ])('beside %s that goes on at the indentation of its parent', (_, list) => {
      const text = (value: string, eol: string) =>
        `k: ${list}\ncontrollers:\n  l: ${list.replaceAll(
          '\n',
          '\n  ',
        )}\n  progressiveDelivery:\n    enabled: ${value}\nlast: ${list}\n`.replaceAll(
          '\n',
          eol,
        );
      for (const eol of ['\n', '\r\n']) {
        expect(edit(text('false', eol))).toBe(text('true', eol));
      }
    });

    it('in the first of several documents, where helm reads no other', () => {
      const text = (value: string) =>
        `controllers:\n  progressiveDelivery:\n    enabled: ${value}\n---\ncontrollers:\n  progressiveDelivery:\n    enabled: true\n`;
      const path = 'controllers.progressiveDelivery.enabled';
      expect(edit(text('false'), path, true, 'v3.22.0')).toBe(text('true'));
      expect(() => edit(text('false'), path, false, 'v4.3.1')).toThrow(
        /No edit of the text changes this value/,
      );
    });

    it('in a document that is the only one but for empty ones', () => {
      const text = (value: string) =>
        `---\ncontrollers:\n  progressiveDelivery:\n    enabled: ${value}\n---\n`;
      expect(edit(text('false'))).toBe(text('true'));
    });

    it('the way back', () => {
      expect(
        edit(
          'progressiveDelivery:\n  enabled: true\n',
          'progressiveDelivery.enabled',
          false,
        ),
      ).toBe('progressiveDelivery:\n  enabled: false\n');
    });
  });

  describe('adds what is missing in the style of the file', () => {
    it('at the end of the mapping that is there, below its comment', () => {
      expect(
        edit('controllers:\n    replicas: 3 # three\n\n# next\nother: 1\n'),
      ).toBe(
        'controllers:\n    replicas: 3 # three\n    progressiveDelivery:\n        enabled: true\n\n# next\nother: 1\n',
      );
    });

    it('at the end of the file', () => {
      expect(edit('a: 1\r\nb: 2')).toBe(
        'a: 1\r\nb: 2\r\ncontrollers:\r\n  progressiveDelivery:\r\n    enabled: true',
      );
    });

    it('behind a block scalar, without changing it', () => {
      expect(edit('controllers:\n  text: |+\n    a\n\n\n')).toBe(
        'controllers:\n  text: |+\n    a\n\n\n  progressiveDelivery:\n    enabled: true\n',
      );
    });

    it('in a file of comments, and in an empty one', () => {
      const lines = 'controllers:\n  progressiveDelivery:\n    enabled: true\n';
      expect(edit('# nothing yet')).toBe(`# nothing yet\n${lines}`);
      expect(edit('')).toBe(lines);
    });

    it('in flow style', () => {
      expect(edit('controllers: {}\n')).toBe(
        'controllers: {progressiveDelivery: {enabled: true}}\n',
      );
      expect(edit('{controllers: {a: 1}}\n')).toBe(
        '{controllers: {progressiveDelivery: {enabled: true}, a: 1}}\n',
      );
    });
  });

  it.each<[string, string, RegExp]>([
    ['an alias', 'x: &x {}\ncontrollers: *x\n', /line 2.* is the alias \*x/],
    [
      'an anchor',
      'controllers: &c\n  progressiveDelivery:\n    enabled: false\nother: *c\n',
      /has the anchor &c/,
    ],
    [
      'a merge key',
      'x: &x {a: 1}\ncontrollers:\n  <<: *x\n  b: 1\n',
      /line 3.* has a merge key/,
    ],
    [
      'a duplicate key',
      'controllers:\n  a: 1\ncontrollers:\n  b: 1\n',
      /The key controllers occurs twice \(line 3\)/,
    ],
    [
      'several documents, of an unknown helm',
      'a: 1\n---\nb: 1\n',
      /several YAML documents, of which Helm reads the first only before 4.3/,
    ],
    [
      'a list on the way',
      'controllers: [1]\n',
      /controllers \(line 1\) is not a mapping/,
    ],
    [
      'null on the way',
      'controllers: null\n',
      /controllers \(line 1\) is not a mapping/,
    ],
    [
      'nothing on the way',
      'controllers:\nother: 1\n',
      /controllers.* is not a mapping/,
    ],
    [
      'a mapping as value',
      'controllers:\n  progressiveDelivery:\n    enabled: {a: 1}\n',
      /line 3.* is not a scalar/,
    ],
    [
      'an anchor of the value that is used elsewhere',
      'controllers:\n  progressiveDelivery:\n    enabled: &e false\nb: *e\n',
      /line 3.* has the anchor &e, so that a change of it would change elsewhere too/,
    ],
    [
      'a tag that makes it a text',
      'controllers:\n  progressiveDelivery:\n    enabled: !!str false\n',
      /No edit of the text changes this value and no other/,
    ],
    ['a template', '{{ if .x }}\na: 1\n{{ end }}\n', /not valid YAML, line \d/],
    [
      'an encrypted file',
      'a: ENC[x]\nsops:\n  mac: y\n',
      /encrypted with SOPS/,
    ],
    ['a scalar document', 'just text\n', /not a mapping/],
    [
      'deep nesting',
      `a: ${'['.repeat(900)}`,
      /nested more than 100 levels deep/,
    ],
    [
      'aliases that stand for too much',
      `x: &x [${'1,'.repeat(1_000)}]\nz: [${'*x, '.repeat(500)}]\n`,
      /aliases that stand for more than 400,000 values/,
    ],
    [
      'too much',
      `# ${'x'.repeat(1024 * 1024)}`,
      /longer than 1,048,576 characters/,
    ],
  ])('refuses %s and says where', (_what, text, message) => {
    expect(() => edit(text)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('changes that path alone, whatever mapping it is given', () => {
    const key = fc.constantFrom(
      'controllers',
      'progressiveDelivery',
      'enabled',
      'a',
      'b c',
    );
    const tree = fc.letrec<{ map: Record<string, unknown>; node: unknown }>(
      tie => ({
        map: fc.dictionary(key, tie('node'), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
        node: fc.oneof(
          { maxDepth: 4 },
          fc.boolean(),
          fc.integer(),
          fc.string(),
          fc.constant(null),
          fc.array(fc.integer(), { maxLength: 2 }),
          tie('map'),
        ),
      }),
    ).map;
    const document = fc.record({
      values: tree,
      indent: fc.constantFrom(2, 3, 4),
      flow: fc.constantFrom(-1, 1, 2),
      eol: fc.constantFrom('\n', '\r\n'),
      end: fc.boolean(),
    });
    let edited = 0;
    fc.assert(
      fc.property(document, ({ values, indent, flow, eol, end }) => {
        const written = dump(values, {
          indent,
          flowLevel: flow,
          noCompatMode: false,
        });
        const text = (end ? written : written.trimEnd()).replace(/\n/g, eol);
        const after = editUnlessRefused(text);
        edited += after === undefined ? 0 : 1;
        expect(after && load(after)).toEqual(after && switchedOn(load(text)));
      }),
      { numRuns: 500 },
    );
    expect(edited).toBeGreaterThan(100);
  });
});
