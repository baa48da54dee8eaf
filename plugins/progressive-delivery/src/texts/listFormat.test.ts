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

  it('have the same between them where they are more than text', () => {
    expect(listFormat('en').separator).toBe(', ');
    expect(listFormat('de').separator).toBe(', ');
    expect(listFormat('zh').separator).toBe('、');
  });
});
