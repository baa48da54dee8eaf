import { isError } from '@backstage/errors';
import { visibleLines } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { withoutForeignStatus } from '../../errors/otherServiceError';
import { visibleTexts } from '../../visibleTexts';

/**
 * An error as it may be answered with. Whatever another service has answered to us is no answer of ours. Names of
 * repositories, clusters and catalogs in what is said may hold anything: what nobody would see of them is escaped.
 */
export function ownError(error: unknown): unknown {
  const own = withoutForeignStatus(error);
  if (isError(own)) {
    own.message = visibleLines(own.message);
    own.problem &&= visibleTexts(own.problem);
  }
  return own;
}
