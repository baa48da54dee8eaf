import { messageSchema } from '../texts';
import { field } from './parameters';

/** What of an AppProject refuses an Application. `field`: such as `spec.destinations[1]`. */
export const projectReasons = [
  messageSchema('deniedBy', { field }),
  messageSchema('deniedByOlderArgocd', { field }),
  messageSchema('deniedAsAmbiguous', {}),
  messageSchema('deniedByScopedClusters', {}),
  messageSchema('patternsTooSlow', {}),
  messageSchema('notAmong', { field }),
] as const;
