import { isRollout, isRolloutElsewhere } from './SwitchOf';

describe('isRolloutElsewhere', () => {
  it.each([
    [[], '$.Values.progressiveDelivery.enabled'],
    [['web'], 'include "shop.isRollout" (list $ $.Values.web)'],
    [
      ['apps', 'workers', 'web'],
      'include "shop.isRollout" (list $ (($.Values.apps).workers).web)',
    ],
  ])('asks for the switch of %j, whose values may be missing', (own, asked) => {
    expect(isRolloutElsewhere({ prefix: 'shop', own }, '$')).toBe(asked);
  });

  it('is what the workload asks, where its values are there', () => {
    expect(isRollout({ prefix: 'shop', own: ['workers', 'web'] }, '.')).toBe(
      'include "shop.isRollout" (list . .Values.workers.web)',
    );
  });
});
