import { PartOf } from '../../../shape/PartOf';

export const fileReasonTexts = {
  fileMissing: '{{file}} existiert nicht',
  directoryMissing:
    'Im Repository gibt es bei {{commit}} kein Verzeichnis {{directory}}',
  isDirectory:
    '{{path}} ist ein Verzeichnis oder führt zu einem, wo eine Datei nötig ist',
  fileTooLarge: '{{file}} ist größer als {{mebibytes}} MiB',
  isLink: '{{file}} ist ein symbolischer Link',
  isSubmodule: '{{path}} in {{repository}} ist ein Submodul',
  isJsonnet: '{{file}} ist ein Jsonnet-Programm',
  asksForFunction: '{{file}} verlangt, eine Funktion auszuführen',
  linkBroken:
    'Der symbolische Link {{path}} führt zu {{target}}, das nicht existiert',
  linkLeavesRepository:
    'Der symbolische Link {{path}} führt aus dem Repository hinaus',
  linkLeavesOverlay:
    'Der symbolische Link {{path}} führt aus dem hinaus, was das Overlay lesen darf',
  linkTargetInvalid:
    'Der symbolische Link {{path}} führt zu keinem gültigen Dateipfad',
  linkChain: '{{path}} ist eine Kette symbolischer Links',
  directoryTooLarge:
    '{{directory}} enthält mehr als {{limit, number}} Dateien, oder symbolische Links, die im Kreis führen',
  pathInvalid:
    'Das Repository enthält einen Pfad, den keine Datei haben darf: "{{path}}"',
  pathTooLong:
    'Der Pfad "{{path}}" im Repository ist länger, als Dateisysteme erlauben: {{longestName, number}} Bytes je Name, {{longestPath, number}} insgesamt',
  pathTaken:
    '{{path}} in {{repository}} liegt dort, wo ein geladenes Chart hingehört',
  overlayTooLarge:
    'Die Dateien des Overlays haben {{bytes, number}} Bytes; gerendert werden höchstens {{limit, number}}',
  tooManyFiles:
    'Das Overlay braucht mehr als {{limit, number}} Dateien aus {{repository}}',
  referenceRemote:
    '{{field}} "{{reference}}" von {{owner}} liegt außerhalb oder könnte so verstanden werden: Gerendert werden nur Dateien desselben Repositorys',
  referenceEmpty: '{{field}} von {{owner}} ist leer',
  referenceAbsolute:
    '{{field}} "{{reference}}" von {{owner}} ist ein absoluter Pfad',
  referenceLeavesRepository:
    '{{field}} "{{reference}}" von {{owner}} führt aus dem Repository hinaus',
  patternInvalid: '"{{pattern}}" ist kein gültiges Muster',
  patternTooLong:
    'Das Muster "{{pattern}}" ist länger als {{limit, number}} Zeichen',
  patternTooSlow:
    'Das Muster "{{pattern}}" mit den Dateien abzugleichen dauert zu lange',
  patternTooWide:
    'Das Muster "{{pattern}}" steht für mehr als {{limit, number}} Pfade',
  patternThroughLink:
    'Das Muster "{{pattern}}" reicht durch den symbolischen Link {{path}}',
  patternMatchesNothing:
    'Auf das Muster "{{pattern}}" der Values-Dateien passt keine Datei',
} satisfies PartOf<'reason'>;
