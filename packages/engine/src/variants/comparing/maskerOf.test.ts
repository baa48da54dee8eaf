import { hiddenValue } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Manifest } from '../manifests/manifests';
import { RenderedVariants } from '../rendering/renderVariants';
import { maskerOf } from './maskerOf';

const secret = (value: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'a' },
  stringData: { password: value },
});

const variants = (after = 'after'): RenderedVariants => ({
  before: [secret('before')],
  after: [secret(after)],
  again: { before: [secret('before-again')], after: [secret('after-again')] },
});

describe('maskerOf', () => {
  it('masks what any of the renderings holds in a Secret, for those who may see values, too', async () => {
    for (const values of [false, true]) {
      const masker = await maskerOf(variants(), { values });
      expect(
        ['before', 'after', 'before-again', 'after-again', 'other'].map(text =>
          masker.name(text),
        ),
      ).toEqual([...Array(4).fill(hiddenValue.alone), 'other']);
    }
  });

  it('is made once of the same renderings, and anew of others', async () => {
    const rendered = variants();
    const masker = await maskerOf(rendered, { values: false });
    expect(await maskerOf({ ...rendered }, { values: false })).toBe(masker);

    const others = { ...rendered, before: [secret('earlier')] };
    const another = await maskerOf(others, { values: false });
    expect(another.name('earlier')).toBe(hiddenValue.alone);
    expect(another.name('before')).toBe('before');
  });
});
