import { listFormat } from './listFormat';

describe('names in a sentence', () => {
  it.each([
    [[], '', ''],
    [['web'], 'web', 'web'],
    [['web', 'api'], 'web and api', 'web und api'],
    [['web', 'api', 'worker'], 'web, api, and worker', 'web, api und worker'],
  ])('of %j are %s, in German %s', (names, english, german) => {
    expect(listFormat('en').names(names)).toBe(english);
    expect(listFormat('de').names(names)).toBe(german);
  });
});

describe('facts in a row', () => {
  it.each([
    [[], '', ''],
    [['ready'], 'ready', 'ready'],
    [['1', '2'], '1, 2', '1、2'],
    [['1', '2', '3'], '1, 2, 3', '1、2、3'],
  ])('of %j are %s, in Chinese %s', (facts, english, chinese) => {
    expect(listFormat('en').facts(facts)).toBe(english);
    expect(listFormat('de').facts(facts)).toBe(english);
    expect(listFormat('zh').facts(facts)).toBe(chinese);
  });

  it('are taken apart into their places and what stands between them', () => {
    expect(listFormat('en').parts(3)).toEqual([0, ', ', 1, ', ', 2]);
    expect(listFormat('de').parts(3)).toEqual([0, ', ', 1, ', ', 2]);
    expect(listFormat('de').parts(0)).toEqual([]);
  });
});
