/** What of a repository of charts, or of what it answers, keeps an overlay from being previewed. `url`: what was asked. */
export const chartRepositoryReasonTexts = {
  chartRepositoryInvalid:
    '"{{repository}}" is not the URL of a chart repository (https:// or oci://)',
  chartRepositoryNotConfigured:
    'Chart repository {{repository}} is not configured: add it to progressiveDelivery.chartRepositories in the app-config',
  chartsNotPermitted:
    'Charts of {{repository}} may not be used here: permit it in sourceRepos of the AppProject, or allow it in repositories of a rule of progressiveDelivery.allow in the app-config',
  chartVersionMissing:
    'Chart repository {{repository}} has no version {{version}} of chart {{chart}}',
  indexInvalid:
    'The index.yaml of {{repository}} is not the index of a Helm repository',
  indexTooLong:
    'The index.yaml of {{repository}} has more than {{limit, number}} versions of the chart {{chart}}',
  indexWithoutDigest:
    'The index of {{repository}} has no SHA-256 digest for {{chart}} {{version}}, whose archive lies on another host, so that it cannot be checked',
  indexWithoutUrl:
    'The index of {{repository}} names no URL for {{chart}} {{version}}',
  notInRegistry: '{{archive}} is not a chart',
  registryNameInvalid:
    '"{{name}}" is not a valid repository name in a registry',
  registryTooManyVersions:
    'The list of versions of {{chart}} from {{repository}} is longer than {{pages, number}} pages',
  registryAnswerInvalid:
    'The answer from {{url}} is not a valid registry response',
  registryWithoutRealm:
    'Chart repository {{repository}} does not say where its tokens come from',
  registryWithoutToken:
    'The token service of chart repository {{repository}} gives no token',
  chartCredentialsMissing:
    'Chart repository {{repository}} asks for credentials: set them in progressiveDelivery.chartRepositories',
  chartRequestRefused:
    'Access to {{url}} was denied (HTTP {{status}}): check the credentials of {{repository}} in progressiveDelivery.chartRepositories',
  chartRequestNotFound: '{{url}} does not exist',
  chartRequestFailed: '{{url}} could not be fetched (HTTP {{status}})',
  chartRequestTimedOut: '{{url}} could not be fetched within {{seconds}} s',
  chartRequestUnanswered:
    '{{url}} could not be fetched: {{host}} does not respond ({{message}})',
  chartAnswerTooLarge: '{{url}} is larger than {{bytes, number}} bytes',
  chartRedirectInvalid: '{{url}} redirects to an invalid URL',
  chartRedirectsTooOften:
    '{{url}} is redirected more than {{limit, number}} times',
  chartRedirectElsewhere:
    '{{url}} leads to {{target}}, which is not contacted: if it belongs to {{repository}}, add {{host}} to its hosts in progressiveDelivery.chartRepositories',
  chartRedirectWithCredentials: '{{url}} leads to a URL with credentials',
} as const;
