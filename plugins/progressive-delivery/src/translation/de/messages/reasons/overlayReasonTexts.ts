import { PartOf } from '../../../shape/PartOf';

export const overlayReasonTexts = {
  overlayKindUnknown: '"{{reference}}" beginnt weder mit url: noch mit dir:',
  overlayWithoutGitHost:
    '"{{reference}}" braucht eine Entität, die der Katalog von einem Git-Host liest',
  overlayLeavesRepository: '"{{reference}}" führt aus dem Repository hinaus',
  addressInvalid: '"{{reference}}" ist keine URL',
  addressUnsupported:
    'Adressen von {{type}} ({{host}}) werden noch nicht unterstützt',
  addressOfOtherHost:
    'Der Git-Host {{host}} steht nicht in integrations der app-config',
  addressOfNoDirectory:
    '"{{reference}}" ist keine Adresse eines Verzeichnisses wie {{example}}',
} satisfies PartOf<'reason'>;
