import { PartOf } from '../../../shape/PartOf';

export const surroundingFindingTexts = {
  'fileShared.seen':
    '{{file}} wird auch von anderen Applications als {{target}} gelesen: {{count, number}}, davon sichtbar: {{applications}}',
  'fileShared.why': 'Die Umstellung ändert sie alle mit demselben Commit.',
  'fileShared.remedy':
    '{{target}} eine eigene Values-Datei geben, oder umstellen, wenn sich alle ändern sollen; ihre Owner fragen.',
  'fileReached.seen':
    '{{file}} liegt nicht im Overlay von {{target}}, das es über eine Base oder einen Link erreicht; so viele andere Applications werden aus diesem Repository gerendert: {{count, number}}',
  'fileReached.why':
    'Welche davon dieselbe Datei erreicht, ändert sich mit demselben Commit.',
  'fileReached.remedy':
    'Nachsehen, wer diese Base noch verwendet, oder dem Overlay eine eigene Values-Datei geben.',
  'earlierNotSwitched.seen':
    '{{earlier}}, das die Entität vor {{target}} nennt, hat noch {{workloads}}',
  'earlierNotSwitched.why':
    'Was bei der Umstellung schiefgeht, zeigt sich besser zuerst dort.',
  'earlierNotSwitched.remedy':
    'Zuerst {{earlier}} umstellen. Die Reihenfolge ist die der Annotation argocd/app-name.',
  'earlierUnhealthy.seen':
    '{{earlier}}, das die Entität vor {{target}} nennt, ist umgestellt und {{health}}',
  'earlierUnhealthy.why':
    'Was dort nicht stimmt, kann mit der Umstellung auch {{target}} treffen.',
  'earlierUnhealthy.remedy': 'Warten, bis {{earlier}} Healthy ist.',
  'sameProposed.seen':
    'Pull Request #{{number}} ist schon offen und setzt {{switch}} auf {{state}}',
  'sameProposed.why': 'Mehr würde nicht vorgeschlagen.',
  'sameProposed.remedy': 'Ihn mergen oder schließen: {{url}}',
  'otherProposed.seen':
    'Pull Request #{{number}} ist offen und setzt {{switch}} in {{file}} ebenfalls, auf {{state}}',
  'otherProposed.why':
    'Welcher zuerst gemergt wird, ändert, was der andere bewirkt, und sie können in Konflikt geraten.',
  'otherProposed.remedy': 'Zuerst ihn mergen oder schließen: {{url}}',
} satisfies PartOf<'finding'>;
