import { parameterValues, parseInline } from './inlineValues';

describe('parseInline', () => {
  const parse = (text: string) => parseInline(text, 'helm.values');

  it('reads a mapping', () => {
    expect(parse('a:\n  b: true\nc: [1, x]\n')).toEqual({
      a: { b: true },
      c: [1, 'x'],
    });
  });

  it.each(['', '# nothing\n', '---\n', 'null', '~'])(
    'takes %j for no values',
    text => {
      expect(parse(text)).toEqual({});
    },
  );

  it('takes the last of two values for one key, as helm does', () => {
    expect(parse('a: 1\na: no\n')).toEqual({ a: false });
  });

  it('refuses several documents, which depend on the version of helm', () => {
    expect(() => parse('a: 1\n---\nb: 2\n')).toThrow(
      'Cannot preview: helm.values holds several YAML documents',
    );
  });

  it.each(['- a\n', 'text', '1'])('refuses %j, which is no mapping', text => {
    expect(() => parse(text)).toThrow(
      'Cannot preview: helm.values is not a mapping',
    );
  });

  it.each(['a: [', 'a: *b\n'])('refuses %j, which is not valid', text => {
    expect(() => parse(text)).toThrow(
      'Cannot preview: helm.values is not valid YAML',
    );
  });
});

describe('parameterValues', () => {
  const values = (name: string, value: string, forceString = false) =>
    parameterValues({ name, value, forceString });

  it('makes a mapping of a path', () => {
    expect(values('enabled', 'x')).toEqual({ enabled: 'x' });
    expect(values('a.b.enabled', 'x')).toEqual({ a: { b: { enabled: 'x' } } });
  });

  it('does not divide at a dot that is escaped', () => {
    expect(values('annotations.example\\.com/a', 'x')).toEqual({
      annotations: { 'example.com/a': 'x' },
    });
  });

  it.each([
    ['true', true],
    ['false', false],
    ['null', null],
    ['True', true],
    ['FALSE', false],
    ['Null', null],
    ['yes', 'yes'],
    ['', ''],
  ])('takes %j for what helm does', (text, value) => {
    expect(values('a', text)).toEqual({ a: value });
  });

  it('leaves a text a text where that is forced', () => {
    expect(values('a', 'true', true)).toEqual({ a: 'true' });
  });

  it('does not touch what all mappings inherit', () => {
    const made = values('__proto__.polluted', 'true');
    expect(Object.keys(made)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
