import { ConflictError } from '@backstage/errors';
import { SeenComparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** @throws ConflictError where what would change is not what somebody has seen */
export function assertSeen(
  seen: Pick<SeenComparison, 'switch' | 'digest' | 'profile'>,
  now: { digest: string; profile: { id: string } },
): void {
  if (now.digest !== seen.digest || now.profile.id !== seen.profile) {
    throw new ConflictError(
      `What ${seen.switch} would change is no longer what you saw: the overlay, its chart or the tools changed since. Preview it again.`,
    );
  }
}
