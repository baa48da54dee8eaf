import { readActions, TemplateSyntaxError } from './readActions';
import { readBlocks } from './readBlocks';

const blocks = (text: string) =>
  readBlocks(readActions(text)).map(
    ({ argument, elses, end, keyword, open }) => ({
      keyword,
      argument,
      elses: elses.length,
      text: text.slice(open.end, end.start),
    }),
  );

describe('The actions and blocks of a template', () => {
  it('end at the braces that are not in a text', () => {
    expect(
      readActions(
        '{{ "}}" }} {{- `}}` -}} {{/* a " }} */}} {{-\n/* don\'t */}} {{ \'"\' }}',
      ).map(({ code, trimsAfter }) => [code, trimsAfter]),
    ).toEqual([
      ['"}}"', false],
      ['`}}`', true],
      ['/* a " }} */', false],
      ["/* don't */", false],
      [`'"'`, false],
    ]);
  });

  it('are those that an end closes, with what is between', () => {
    expect(
      blocks(
        '{{- if .a }}x{{ else if .b }}{{ range $i, $x := .c }}y{{ end }}{{ end }}{{ with .d }}{{ end }}',
      ),
    ).toEqual([
      {
        keyword: 'if',
        argument: '.a',
        elses: 1,
        text: 'x{{ else if .b }}{{ range $i, $x := .c }}y{{ end }}',
      },
      { keyword: 'range', argument: '$i, $x := .c', elses: 0, text: 'y' },
      { keyword: 'with', argument: '.d', elses: 0, text: '' },
    ]);
  });

  it.each([
    'a {{ if .x }}',
    'a {{ end }}',
    'a {{ .x ',
    'a {{ "x }}',
    'a {{/* x }}',
    'a {{ else }}',
  ])('cannot be read of %s', text => {
    expect(() => blocks(text)).toThrow(TemplateSyntaxError);
  });
});
