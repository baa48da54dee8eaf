import { messageTexts } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { actionMessages } from './actionMessages';
import { cardMessages } from './cardMessages';
import { commandMessages } from './commandMessages';
import { effectMessages } from './effectMessages';
import { filterMessages } from './filterMessages';
import { fleetMessages } from './fleetMessages';
import { preflightMessages } from './preflightMessages';
import { preparationMessages } from './preparationMessages';
import { previewMessages } from './previewMessages';
import { proposalMessages } from './proposalMessages';
import { rolloutMessages } from './rolloutMessages';
import { statusMessages } from './statusMessages';
import { summaryMessages } from './summaryMessages';
import { targetMessages } from './targetMessages';

/** English: what all other languages are measured by. */
export const english = {
  ...summaryMessages,
  ...filterMessages,
  ...targetMessages,
  ...rolloutMessages,
  ...statusMessages,
  ...actionMessages,
  ...commandMessages,
  ...effectMessages,
  ...proposalMessages,
  ...previewMessages,
  ...preparationMessages,
  ...preflightMessages,
  ...cardMessages,
  ...fleetMessages,
  message: messageTexts,
} as const;
