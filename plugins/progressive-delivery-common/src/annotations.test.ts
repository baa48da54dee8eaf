import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_OVERLAY,
  isProgressiveDeliveryAvailable,
} from './annotations';

describe('isProgressiveDeliveryAvailable', () => {
  it.each([ANNOTATION_ARGOCD_APP_NAME, ANNOTATION_OVERLAY])(
    'holds for an entity with %s',
    annotation => {
      expect(
        isProgressiveDeliveryAvailable({
          metadata: { annotations: { [annotation]: 'agents' } },
        }),
      ).toBe(true);
    },
  );

  it('does not hold where nothing says where it is delivered to', () => {
    expect(isProgressiveDeliveryAvailable({ metadata: {} })).toBe(false);
    expect(
      isProgressiveDeliveryAvailable({
        metadata: { annotations: { [ANNOTATION_ARGOCD_APP_NAME]: ' ' } },
      }),
    ).toBe(false);
  });
});
