import { InputError } from '@backstage/errors';
import { visibleLines } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * The refusal of something that we cannot, or for safety do not, render as Argo CD would. Names of the repository in it
 * may hold anything: what nobody would see of them is escaped.
 */
export function cannotPreview(because: string): InputError {
  return new InputError(`Cannot preview, because ${visibleLines(because)}`);
}
