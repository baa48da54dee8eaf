import { VariantService } from '@progressive-delivery/engine';

/** For targets with an Application: what they render to is not asked for. */
export const noVariants: Pick<VariantService, 'describe'> = {
  describe: () => Promise.reject(new Error('Nothing is rendered here')),
};
