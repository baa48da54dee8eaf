import { editScalar, readScalar } from './editScalar';
import { nextTag } from './nextTag';

const values = [
  'image:',
  '  repository: registry.example.com/agents # ours',
  '  tag: 0.9.1   # a comment',
  'other: 1e3',
].join('\n');

describe('editScalar', () => {
  it('replaces one value and leaves every other byte as it is', () => {
    expect(readScalar(values, ['image', 'tag'])).toBe('0.9.1');
    expect(editScalar(values, ['image', 'tag'], '1.10')).toBe(
      values.replace('0.9.1', '"1.10"'),
    );
  });

  it('says which value is not there', () => {
    expect(() => editScalar(values, ['image', 'digest'], 'x')).toThrow(
      'There is no value at image.digest',
    );
  });
});

describe('nextTag', () => {
  it.each([
    ['0.9.1', '0.9.2'],
    ['v9-rc', 'v10-rc'],
    ['0.9.1-9', '0.9.1-10'],
    ['stable', 'stable-1'],
  ])('comes after %s', (tag, next) => {
    expect(nextTag(tag)).toBe(next);
  });
});
