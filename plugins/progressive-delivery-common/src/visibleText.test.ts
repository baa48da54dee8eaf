import { visibleLines, visibleText } from './visibleText';

describe('visibleText', () => {
  it.each([
    ['charts/web/values.yaml', 'charts/web/values.yaml'],
    ['größe 東京 🚀 "a" `b` @c #d', 'größe 東京 🚀 "a" `b` @c #d'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['safe\u202egpj.exe', 'safe\\u{202e}gpj.exe'],
    ['\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['a\ufeff', 'a\\u{feff}'],
    ['a\u00adb', 'a\\u{00ad}b'],
    ['a\u00a0b\u3000c', 'a\\u{00a0}b\\u{3000}c'],
    ['a\u3164', 'a\\u{3164}'],
    ['a\ufe0f', 'a\\u{fe0f}'],
    ['a\u{e0041}', 'a\\u{e0041}'],
    ['a\u2800', 'a\\u{2800}'],
    ['a\nb\tc\u001b[31m', 'a\\u{000a}b\\u{0009}c\\u{001b}[31m'],
    ['a\u2028b', 'a\\u{2028}b'],
    ['a\ud800', 'a\\u{d800}'],
  ])('shows %j as %s', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });
});

describe('visibleLines', () => {
  it('keeps line feeds and tabs, and escapes the rest of each line', () => {
    expect(visibleLines('a\u200b:\n\tb\r\nc\rd\u202e')).toBe(
      'a\\u{200b}:\n\tb\r\nc\\u{000d}d\\u{202e}',
    );
  });
});
