import { DeliveryTarget } from '@progressive-delivery/engine';
import {
  UnusableReference,
  unusableReference,
} from './applications/UnusableReference';

/** What became of what an entity names. */
export interface Resolution {
  targets: DeliveryTarget[];
  unusable: UnusableReference[];
}

/** All that several references came to. */
export function together(resolutions: Resolution[]): Resolution {
  return {
    targets: resolutions.flatMap(each => each.targets),
    unusable: resolutions.flatMap(each => each.unusable),
  };
}

/** Nothing but a reference that cannot be used. */
export function unusable(reference: UnusableReference): Resolution {
  return { targets: [], unusable: [reference] };
}

/** The same, made of why and what to do. */
export function refused(
  about: Parameters<typeof unusableReference>[0],
): Resolution {
  return unusable(unusableReference(about));
}
