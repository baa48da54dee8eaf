import { ConflictError } from '@backstage/errors';
import { SeenComparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError } from '../errors/problemError';

/** @throws ConflictError where what would change is not what somebody has seen */
export function assertSeen(
  seen: Pick<SeenComparison, 'switch' | 'digest' | 'profile'>,
  now: { digest: string; profile: { id: string } },
): void {
  if (now.digest !== seen.digest || now.profile.id !== seen.profile) {
    throw problemError(ConflictError, {
      id: 'switchChanged',
      parameters: { switch: seen.switch },
    });
  }
}
