import { PartOf } from '../../../shape/PartOf';

export const sourceReasonTexts = {
  sourceInRegistry:
    '{{source}} kommt aus einer OCI-Registry, was noch nicht unterstützt wird',
  sourceWithoutPath: '{{source}} hat keinen path',
  sourceWithoutRevision:
    '{{source}} hat keine targetRevision für das Chart {{chart}}',
  sourcePathAbsolute:
    'Der path von {{source}} beginnt mit einem Schrägstrich, was Argo CD ablehnt',
  sourceHasTagPrefix:
    '{{source}} setzt tagPrefix, was noch nicht unterstützt wird',
  sourceOfSeveralKinds: '{{source}} hat mehrere Typen zugleich: {{kinds}}',
  sourceOfPlugin:
    '{{source}} wird von einem Plugin von Argo CD gerendert, das mit den Dateien alles Mögliche tun kann',
  sourceHelmUnknown:
    '{{source}} verlangt helm {{version}}, das Argo CD nicht hat',
  sourceFieldsUnsupported:
    '{{source}} setzt {{fields}}, was noch nicht unterstützt wird',
  overrideInvalid:
    'Argo CD ändert die Source durch {{file}}, und das Feld {{field}} darin ist ungültig: {{message}}',
  commitsDiffer:
    '{{one}} und {{other}} sind verschiedene Commits desselben Repositorys ({{revision}} und {{otherRevision}}), was Argo CD ablehnt',
  refOfChart:
    '${{ref}} ist ein Chart eines Helm-Repositorys, dessen Dateien Argo CD keiner anderen Source gibt',
  refUnknown:
    '"{{reference}}" verweist auf eine Source ${{ref}}, und es gibt nur {{refs}}',
  refsMissing:
    '"{{reference}}" verweist auf eine Source ${{ref}}, und keine Source hat einen ref',
  refFileMissing: 'Im Repository von ${{ref}} gibt es keine Datei {{file}}',
  valuesEncrypted:
    'Die Values-Datei "{{file}}" wird von helm-secrets entschlüsselt, mit Schlüsseln, die nur Argo CD hat',
  fileParameterNotPlain:
    'Der Name des File-Parameters "{{name}}" ist mehr als der Pfad eines Werts',
  variableOfApplication:
    '{{variable}} aus der Build-Umgebung von Argo CD ist ohne Application nicht bekannt',
  variableOfArgocd:
    '{{file}} nimmt {{variable}} aus der Umgebung, in der Argo CD läuft',
} satisfies PartOf<'reason'>;
