import { impossibleTools } from './impossibleTools';

const CONFIGURATION = 'progressiveDelivery.tools';

describe('impossibleTools', () => {
  it.each([
    ['v3.19.4', 'v5.4.2'],
    ['v3.20.1', 'v5.8.1'],
    ['v4.2.3', 'v5.8.0'],
    ['v4.2.3', '5.10.0'],
    ['v4.1.4+gabc', 'kustomize/v6.0.0'],
  ])('lets Helm %s work with Kustomize %s', (helm, kustomize) => {
    expect(impossibleTools({ helm, kustomize }, CONFIGURATION)).toBeUndefined();
  });

  it('asks of Helm alone that it is one that is known', () => {
    const alone = (helm: string) =>
      impossibleTools({ helm, kustomize: undefined }, CONFIGURATION)?.id;
    expect(alone('v4.2.3')).toBeUndefined();
    expect(alone('v2.17.0')).toBe('helmUnknown');
  });

  it.each([
    ['v4.0.0', 'v5.7.1', 'kustomizeTooOldForHelm'],
    ['v3.19.4', 'v5.2.1', 'kustomizeTooOld'],
    ['v3.19.4', 'v4.5.7', 'kustomizeTooOld'],
    ['v2.17.0', 'v5.8.1', 'helmUnknown'],
    ['(devel)', 'v5.8.1', 'toolVersionInvalid'],
    ['v4.2.3', '', 'toolVersionInvalid'],
  ])('does not let Helm %s work with Kustomize "%s"', (helm, kustomize, id) => {
    expect(impossibleTools({ helm, kustomize }, CONFIGURATION)?.id).toBe(id);
  });
});
