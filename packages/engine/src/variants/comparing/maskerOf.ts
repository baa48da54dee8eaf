import { PerVariants } from '../rendering/PerVariants';
import { RenderedVariants } from '../rendering/renderVariants';
import { Masker } from '../secrets/Masker';

const maskers = PerVariants.create<Masker>();

/** The masker of all that was rendered: what its Secrets hold is looked for once. */
export async function maskerOf(
  variants: RenderedVariants,
  { signal, values }: Parameters<typeof Masker.create>[1],
): Promise<Masker> {
  const { after, again, before } = variants;
  const masker = await maskers.get(variants, () =>
    Masker.create(
      [...before, ...after, ...(again?.before ?? []), ...(again?.after ?? [])],
      { values: false, signal },
    ),
  );
  return values ? masker.showingValues() : masker;
}
