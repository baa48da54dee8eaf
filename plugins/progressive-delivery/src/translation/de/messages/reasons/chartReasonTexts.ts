import { PartOf } from '../../../shape/PartOf';

export const chartReasonTexts = {
  chartMissing: 'Unter {{directory}} liegt kein Chart: Chart.yaml fehlt',
  chartInvalid: '{{file}} beschreibt kein Chart',
  chartUnnamed: '{{file}} sagt nicht, welches Chart es ist',
  dependencyMissing:
    'Die Dependency {{chart}} fehlt im Repository ({{directory}}), aus dem sie käme',
  dependencyPackedDeep:
    'Die Dependency {{file}} ist in einer gepackt, die es selbst nicht ist',
  dependencyFetchedBeside:
    'Die Dependency {{chart}} liegt in {{directory}} und würde zusätzlich geladen, weil andere dort fehlen',
  dependencyWithoutRepository:
    'Die Dependency {{chart}} hat kein Repository und liegt nicht in {{directory}}',
  dependencyNotPlain:
    'Die Dependency "{{chart}}" von {{directory}} hat einen Namen oder in Chart.lock eine Version "{{version}}", die nicht eindeutig ist',
  dependencyRepositoryAlias:
    'Die Dependency "{{chart}}" von {{directory}} kommt aus {{repository}}, einem Namen, den nur die Konfiguration einer einzelnen Maschine kennt: die URL des Repositorys angeben',
  dependenciesNotLocked:
    'Die Dependencies von {{directory}} liegen weder im Repository noch stehen sie in einer Lock-Datei: "helm dependency update" ausführen und {{file}} committen',
  lockInvalid: '{{file}} ist keine Lock-Datei eines Charts',
  lockOutdated:
    '{{file}} passt nicht zu Chart.yaml: "helm dependency update" ausführen und committen',
  siblingDiffers:
    'Das Chart unter {{directory}} ist nicht {{chart}} {{version}}, wie Chart.lock es verlangt',
  helmIgnoreNotFollowed:
    'Die .helmignore von {{directory}} hat eine eigene Regel "{{rule}}", die für Dependencies nicht befolgt wird',
  schemaRefersElsewhere:
    '{{file}} verweist auf ein anderes Schema: {{key}} "{{reference}}"',
  archiveInvalid: '{{archive}} ist kein {{format}}-Archiv',
  archiveTooLarge:
    '{{archive}} ist entpackt größer als {{bytes, number}} Bytes',
  archiveTooFull:
    '{{archive}} hat mehr als {{files, number}} Dateien oder {{bytes, number}} Bytes',
  archiveNestedTooDeep:
    'In {{archive}} sind Charts mehr als {{levels, number}} Ebenen tief gepackt',
  archiveOfSeveral: '{{archive}} enthält mehr als ein Verzeichnis',
  archiveHoldsLink: '{{archive}} enthält "{{path}}", das ein Link ist',
  archiveHoldsSpecial:
    '{{archive}} enthält "{{path}}", das keine normale Datei ist',
  archivePathLeaves:
    '{{archive}} enthält "{{path}}", das hinausführt oder so verstanden werden könnte',
  archiveHoldsBeside:
    '{{archive}} enthält "{{path}}" neben dem Verzeichnis des Charts',
  archiveHoldsTwice: '{{archive}} enthält "{{path}}" zweimal',
  archiveOfOther:
    '{{archive}} ist ein anderes Chart oder eine andere Version: {{found}}',
  digestDiffers:
    '{{archive}} hat einen anderen Digest, als sein Repository angibt: {{digest}} statt {{expected}}',
} satisfies PartOf<'reason'>;
