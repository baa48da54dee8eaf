import { InputError } from '@backstage/errors';
import { visibleLines } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError } from './errors/problemError';

/**
 * The refusal of something that we cannot, or for safety do not, render as Argo CD would. Names of the repository in it
 * may hold anything: what nobody would see of them is escaped.
 */
export function cannotPreview(because: string): InputError {
  return problemError(InputError, {
    id: 'cannotPreview',
    parameters: { because: visibleLines(because) },
  });
}
