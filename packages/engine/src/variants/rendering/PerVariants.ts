import { Manifest } from '../manifests/manifests';
import { RenderedVariants } from './renderVariants';

/** Keeps what is made of two renderings for as long as these are kept: nobody changes what they hold. */
export class PerVariants<T> {
  static create<T>(): PerVariants<T> {
    return new PerVariants();
  }

  /** By the variant after the change. */
  private readonly kept = new WeakMap<
    Manifest[],
    { variants: RenderedVariants; made: T }
  >();

  private constructor() {}

  async get(variants: RenderedVariants, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(variants.after);
    if (known && areSame(known.variants, variants)) {
      return known.made;
    }
    const made = await make();
    this.kept.set(variants.after, { variants, made });
    return made;
  }
}

function areSame(one: RenderedVariants, other: RenderedVariants): boolean {
  return (
    one.before === other.before &&
    one.again?.before === other.again?.before &&
    one.again?.after === other.again?.after
  );
}
