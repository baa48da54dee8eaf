import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const proposalNoteTexts = {
  labelsNotAdded:
    'Labels ließen sich nicht hinzufügen ({{labels}}): {{message}}',
  labelsUnknown:
    'Das Repository hat diese Labels nicht, deshalb fehlen sie: {{labels}}',
  reviewsNotRequested:
    'Reviews ließen sich nicht anfordern ({{reviewers}}): {{message}}',
  noOtherReviewer:
    'Kein Review angefordert: Außer der Person, die die Änderung vorschlägt, gibt es niemanden dafür',
  descriptionNotUpdated:
    'Der Branch ist aktuell, aber die Beschreibung ließ sich nicht ändern: {{message}}',
  closedBefore:
    'Pull Request #{{number}} für dieselbe Änderung wurde ohne Merge geschlossen',
  closedBeforeBy:
    'Pull Request #{{number}} für dieselbe Änderung wurde von {{by}} ohne Merge geschlossen',
} satisfies Translation<typeof english.proposalNote>;
