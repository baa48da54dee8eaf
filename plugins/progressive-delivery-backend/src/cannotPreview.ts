import { InputError } from '@backstage/errors';

/** The refusal of something that we cannot, or for safety do not, render as Argo CD would. */
export function cannotPreview(because: string): InputError {
  return new InputError(`Cannot preview, because ${because}`);
}
