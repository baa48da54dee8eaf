import { shownPatch } from './shownPatch';

const patch = (
  path: string,
  before: string | undefined,
  after: string,
  values = true,
) => shownPatch({ path, before, after }, { values }).split('\n').slice(2);

describe('shownPatch', () => {
  const template = 'charts/web/templates/web.yaml';
  const file = 'charts/web/values.yaml';

  it('shows what stands around a change to those who may see values', () => {
    expect(patch(template, 'a\nb\n', 'a\nc\n')).toEqual([
      ...['@@ -1,2 +1,2 @@', ' a', '-b', '+c', ''],
    ]);
    expect(patch(template, 'a\nb\n', 'a\nc\n', false)).toEqual([
      ...['@@ -2,1 +2,1 @@', '-b', '+c', ''],
    ]);
  });

  it.each([
    ['ended', 'password: p\n'],
    ['not ended', 'password: p'],
  ])('shows new lines alone of values whose last line is %s', (_, before) => {
    expect(patch(file, before, 'password: p\non: false\n')).toEqual([
      expect.stringMatching(/^@@ /),
      '+on: false',
      '',
    ]);
  });

  it('shows nothing of a line of values that is replaced', () => {
    const shown = patch(
      file,
      'a: { p: s }\nb: 1\n',
      'a: { p: s, q: t }\nb: 1\n',
    );
    expect(shown).toEqual([
      ...[expect.stringMatching(/^@@ /), '-•••', '+•••', ''],
    ]);
  });

  it.each(['\r', '\u2028', '\u2029'])(
    'takes no other line break for the end of a line: %j',
    other => {
      const line = `p: "a${other}@@ s"`;
      expect(
        patch(file, `a: 1\r\n${line}`, `a: 1\r\n${line}\r\non: false\r\n`),
      ).toEqual([
        ...[expect.stringMatching(/^@@ /), '-•••', '+•••', '+•••', ''],
      ]);
    },
  );

  it('shows a file that is new', () => {
    expect(patch(template, undefined, 'a\n', false)).toContain('+a');
  });
});
