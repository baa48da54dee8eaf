import { messageSchema } from '../texts';
import { example, host, reference, type } from './parameters';

/** What of the annotation `progressive-delivery/overlay` keeps an overlay from being used. `reference`: what it says. */
export const overlayReasons = [
  messageSchema('overlayKindUnknown', { reference }),
  messageSchema('overlayWithoutGitHost', { reference }),
  messageSchema('overlayLeavesRepository', { reference }),
  messageSchema('addressInvalid', { reference }),
  messageSchema('addressUnsupported', { type, host }),
  messageSchema('addressOfOtherHost', { host }),
  messageSchema('addressOfNoDirectory', { reference, example }),
] as const;
