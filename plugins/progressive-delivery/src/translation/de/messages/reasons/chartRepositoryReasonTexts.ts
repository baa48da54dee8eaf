import { PartOf } from '../../../shape/PartOf';

export const chartRepositoryReasonTexts = {
  chartRepositoryInvalid:
    '"{{repository}}" ist keine URL eines Chart-Repositorys (https:// oder oci://)',
  chartRepositoryNotConfigured:
    'Das Chart-Repository {{repository}} ist nicht konfiguriert: in der app-config zu progressiveDelivery.chartRepositories hinzufügen',
  chartsNotPermitted:
    'Charts aus {{repository}} dürfen hier nicht verwendet werden: in sourceRepos des AppProject erlauben, oder in der app-config in repositories einer Regel von progressiveDelivery.allow',
  chartVersionMissing:
    'Das Chart-Repository {{repository}} hat keine Version {{version}} des Charts {{chart}}',
  indexInvalid:
    'Die index.yaml von {{repository}} ist kein Index eines Helm-Repositorys',
  indexTooLong:
    'Die index.yaml von {{repository}} hat mehr als {{limit, number}} Versionen des Charts {{chart}}',
  indexWithoutDigest:
    'Der Index von {{repository}} hat keinen SHA-256-Digest für {{chart}} {{version}}. Das Archiv liegt auf einem anderen Host und lässt sich deshalb nicht prüfen',
  indexWithoutUrl:
    'Der Index von {{repository}} nennt keine URL für {{chart}} {{version}}',
  notInRegistry: '{{archive}} ist kein Chart',
  registryNameInvalid:
    '"{{name}}" ist kein Name eines Repositorys in einer Registry',
  registryTooManyVersions:
    'Die Liste der Versionen von {{chart}} aus {{repository}} ist länger als {{pages, number}} Seiten',
  registryAnswerInvalid: '{{url}} ist keine Antwort einer Registry',
  registryWithoutRealm:
    'Das Chart-Repository {{repository}} sagt nicht, woher seine Tokens kommen',
  registryWithoutToken:
    'Der Token-Dienst des Chart-Repositorys {{repository}} gibt kein Token aus',
  chartCredentialsMissing:
    'Das Chart-Repository {{repository}} verlangt Zugangsdaten: in progressiveDelivery.chartRepositories eintragen',
  chartRequestRefused:
    '{{url}} wird verweigert (HTTP {{status}}): die Zugangsdaten von {{repository}} in progressiveDelivery.chartRepositories prüfen',
  chartRequestNotFound: '{{url}} existiert nicht',
  chartRequestFailed: '{{url}} lässt sich nicht laden (HTTP {{status}})',
  chartRequestTimedOut: '{{url}} kam nicht innerhalb von {{seconds}} s',
  chartRequestUnanswered:
    '{{url}} lässt sich nicht laden: {{host}} antwortet nicht ({{message}})',
  chartAnswerTooLarge: '{{url}} ist größer als {{bytes, number}} Bytes',
  chartRedirectInvalid: '{{url}} führt zu keiner URL',
  chartRedirectsTooOften:
    '{{url}} wird mehr als {{limit, number}}-mal weitergeleitet',
  chartRedirectElsewhere:
    '{{url}} führt zu {{target}}, das nicht kontaktiert wird: Gehört es zu {{repository}}, {{host}} in progressiveDelivery.chartRepositories zu dessen hosts hinzufügen',
  chartRedirectWithCredentials: '{{url}} führt zu einer URL mit Zugangsdaten',
} satisfies PartOf<'reason'>;
