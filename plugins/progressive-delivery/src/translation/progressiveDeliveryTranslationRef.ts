import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messageTexts } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { actionMessages } from './actionMessages';
import { cardMessages } from './cardMessages';
import { preflightMessages } from './preflightMessages';
import { previewMessages } from './previewMessages';
import { proposalMessages } from './proposalMessages';
import { rolloutMessages } from './rolloutMessages';
import { statusMessages } from './statusMessages';
import { summaryMessages } from './summaryMessages';
import { targetMessages } from './targetMessages';

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
