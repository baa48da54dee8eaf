import { PartOf } from '../../../shape/PartOf';

export const kustomizationReasonTexts = {
  kustomizationMissing: '{{directory}} hat keine kustomization.yaml',
  tooManyKustomizations:
    'Das Overlay besteht aus mehr als {{limit, number}} Kustomizations',
  kustomizationsTooLarge:
    'Mit {{file}} sind die Kustomizations, aus denen das Overlay besteht, zusammen größer als {{mebibytes}} MiB',
  runsPrograms:
    'Das Feld {{field}} in {{file}} wird nicht unterstützt: Es führt Programme aus',
  fieldUnsupported: 'Das Feld {{field}} in {{file}} wird nicht unterstützt',
  fieldReplaced:
    'Das Feld {{field}} in {{file}} wird nicht unterstützt: {{instead}} verwenden',
  fieldInvalid: 'Das Feld {{field}} in {{file}} ist ungültig: {{message}}',
  namedMissing: '{{path}}, das {{file}} nennt, existiert nicht',
  takenForRemote:
    '"{{reference}}" in {{file}} könnte als Remote-Repository verstanden werden',
  chartNowhere:
    'Unter {{directory}} liegt kein Chart, und repo von {{chart}} in {{file}} ist keine URL eines Chart-Repositorys (https:// oder oci://)',
  valuesFileSplit:
    'helm würde den Pfad der Values-Datei "{{path}}" zerlegen, die {{file}} nennt: ohne Kommas und Anführungszeichen benennen',
  patchAsksForFunction:
    'Ein Patch der Application verlangt, eine Funktion auszuführen',
  componentIsPattern: 'Die Component "{{reference}}" ist ein Muster',
  nothingToPatch: 'Es gibt keine Kustomization zu patchen',
  replicasInvalid: 'Die Application verlangt "{{replicas}}" Replicas',
} satisfies PartOf<'reason'>;
