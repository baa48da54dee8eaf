import { hiddenValue, splitAtHiddenValues } from './hiddenValue';

describe('splitAtHiddenValues', () => {
  it.each(Object.values(hiddenValue))('finds %s', hidden => {
    expect(splitAtHiddenValues(`value: ${hidden}\n`)).toEqual([
      'value: ',
      hidden,
      '\n',
    ]);
  });

  it('leaves a text without any as it is', () => {
    expect(splitAtHiddenValues('replicas: 3')).toEqual(['replicas: 3']);
  });
});
