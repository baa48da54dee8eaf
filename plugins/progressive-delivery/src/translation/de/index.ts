import { flatMessages } from '../shape/flatMessages';
import { actionMessages } from './actionMessages';
import { cardMessages } from './cardMessages';
import { commandMessages } from './commandMessages';
import { effectMessages } from './effectMessages';
import { filterMessages } from './filterMessages';
import { fleetMessages } from './fleetMessages';
import { messageTexts } from './messages/messageTexts';
import { preflightMessages } from './preflightMessages';
import { preparationMessages } from './preparationMessages';
import { previewMessages } from './previewMessages';
import { proposalMessages } from './proposalMessages';
import { rolloutMessages } from './rolloutMessages';
import { statusMessages } from './statusMessages';
import { summaryMessages } from './summaryMessages';
import { targetMessages } from './targetMessages';

/** German: loaded when it is the language of the app, not before. */
export default flatMessages({
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
});
