import { impossibleTools } from './impossibleTools';

describe('impossibleTools', () => {
  it.each([
    ['v3.19.4', 'v5.4.2'],
    ['v3.20.1', 'v5.8.1'],
    ['v4.2.3', 'v5.8.0'],
    ['v4.2.3', '5.10.0'],
    ['v4.1.4+gabc', 'kustomize/v6.0.0'],
  ])('lets Helm %s work with Kustomize %s', (helm, kustomize) => {
    expect(impossibleTools({ helm, kustomize })).toBeUndefined();
  });

  it.each([
    ['v4.0.0', 'v5.7.1', 'with Helm 4, Kustomize 5.8 or newer is needed'],
    ['v3.19.4', 'v5.2.1', '5.3 or newer is needed'],
    ['v3.19.4', 'v4.5.7', '5.3 or newer is needed'],
    ['v2.17.0', 'v5.8.1', 'neither 3 nor 4'],
    ['(devel)', 'v5.8.1', '"(devel)" is no version'],
    ['v4.2.3', '', '"" is no version'],
  ])(
    'does not let Helm %s work with Kustomize "%s"',
    (helm, kustomize, because) => {
      expect(impossibleTools({ helm, kustomize })).toContain(because);
    },
  );
});
