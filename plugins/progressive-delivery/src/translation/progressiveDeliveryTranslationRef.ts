import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messageTexts } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { actionMessages } from './en/actionMessages';
import { cardMessages } from './en/cardMessages';
import { filterMessages } from './en/filterMessages';
import { preflightMessages } from './en/preflightMessages';
import { previewMessages } from './en/previewMessages';
import { proposalMessages } from './en/proposalMessages';
import { rolloutMessages } from './en/rolloutMessages';
import { statusMessages } from './en/statusMessages';
import { summaryMessages } from './en/summaryMessages';
import { targetMessages } from './en/targetMessages';

/**
 * All texts of the plugin.
 *
 * @public
 */
export const progressiveDeliveryTranslationRef = createTranslationRef({
  id: 'progressive-delivery',
  messages: {
    ...summaryMessages,
    ...targetMessages,
    ...filterMessages,
    ...rolloutMessages,
    ...statusMessages,
    ...actionMessages,
    ...proposalMessages,
    ...previewMessages,
    ...preflightMessages,
    ...cardMessages,
    message: messageTexts,
  },
});
