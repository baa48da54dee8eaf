import { userName } from './userName';

describe('userName', () => {
  it.each([
    ['user:default/dora', 'dora'],
    ['User:default/dora', 'dora'],
    ['user:partners/dora', 'user:partners/dora'],
    ['group:default/dora', 'group:default/dora'],
    ['dora', 'dora'],
    ['user:default/a/b', 'user:default/a/b'],
  ])('calls %s %s', (who, name) => {
    expect(userName(who)).toBe(name);
  });

  it('shows what would turn the text around', () => {
    expect(userName('user:default/\u202Edora')).not.toContain('\u202E');
  });
});
