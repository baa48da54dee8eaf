import { PartOf } from '../../../shape/PartOf';

export const editReasonTexts = {
  encryptedWithSops: 'Die Datei ist mit SOPS verschlüsselt',
  noExactEdit:
    'Keine Änderung am Text ändert genau diesen Wert und keinen anderen',
  isNoMapping: '{{at}} (Zeile {{line}}) ist kein Mapping',
  isNoScalar: '{{at}} (Zeile {{line}}) ist kein Skalar',
  isAlias: '{{at}} (Zeile {{line}}) ist der Alias *{{anchor}}',
  isAnchored:
    '{{at}} (Zeile {{line}}) hat den Anker &{{anchor}}, eine Änderung würde sich also auch anderswo auswirken',
  hasMergeKey: '{{at}} (Zeile {{line}}) hat einen Merge-Key (<<)',
  standsTwice: 'Der Schlüssel {{key}} kommt zweimal vor (Zeile {{line}})',
  hasNoValue: '{{at}} hat keinen Wert',
} satisfies PartOf<'reason'>;
