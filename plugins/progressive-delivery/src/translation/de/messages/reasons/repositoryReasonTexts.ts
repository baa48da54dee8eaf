import { PartOf } from '../../../shape/PartOf';

export const repositoryReasonTexts = {
  repositoryInvalid:
    '"{{repository}}" ist keine URL eines Git-Repositorys wie https://git.example.com/platform/gitops.git',
  repositoryNotHttps: 'Repository {{repository}}: Nur https ist erlaubt',
  repositoryUnencrypted:
    'Repository {{repository}} würde unverschlüsselt gelesen: https verwenden, oder in integrations.{{type}} für {{host}} {{setting}} mit http setzen',
  repositoryHostNotConfigured:
    'Der Git-Host {{host}} von Repository {{repository}} ist nicht konfiguriert: in der app-config zu integrations hinzufügen (gitea, github, gitlab, bitbucketCloud, bitbucketServer oder azure)',
  repositoryWithoutCredentials:
    'Repository {{repository}} ist nicht nutzbar, weil integrations.{{type}} keine Zugangsdaten dafür liefert: {{message}}',
  repositoryTimedOut:
    'Repository {{repository}} hat nicht innerhalb von {{seconds}} s geantwortet',
  repositoryCredentialsRefused:
    'Repository {{repository}} lässt sich mit den Zugangsdaten seiner Integration nicht lesen: Vielleicht existiert es nicht, oder sie dürfen es nicht lesen (git meldet: {{message}})',
  repositoryForbidden:
    'Repository {{repository}} darf mit den Zugangsdaten seiner Integration nicht verwendet werden (git meldet: {{message}})',
  repositoryNotFound:
    'Repository {{repository}} wurde nicht gefunden, oder die Zugangsdaten seiner Integration dürfen es nicht lesen (git meldet: {{message}})',
  repositoryRedirects:
    'Repository {{repository}} antwortet mit einer Weiterleitung, der nicht gefolgt wird: die jetzige Adresse angeben',
  repositoryUnreachable:
    'Repository {{repository}} ist nicht erreichbar ({{message}})',
  commitMissing:
    'Repository {{repository}} hat diesen Commit nicht (git meldet: {{message}})',
  revisionInvalid:
    '"{{revision}}" ist weder ein Branch, Tag oder Commit noch ein Bereich von Versionen',
  revisionMissing:
    'Repository {{repository}} hat keinen Branch und kein Tag "{{revision}}"; Commits werden mit allen 40 Stellen angegeben',
  defaultBranchMissing:
    'Repository {{repository}} hat keinen Default-Branch: Vielleicht ist es leer',
  rangeMatchesNothing:
    'Repository {{repository}} hat nichts für den Bereich "{{revision}}": Keines seiner Tags ist eine Version darin',
  rangeUnreadable:
    'Repository {{repository}} hat nichts für den Bereich "{{revision}}": Sein Tag {{tag}} sieht wie eine Version aus und ist keine, weshalb Argo CD keinen Bereich auflösen kann',
  rangeAmbiguous:
    'Repository {{repository}} hat nichts für den Bereich "{{revision}}": Seine Tags {{tags}} sind dieselbe Version an verschiedenen Commits, von denen Argo CD irgendeinen nimmt',
  pathMissing: '{{path}} existiert in {{repository}} nicht',
} satisfies PartOf<'reason'>;
