import { PartOf } from '../../../shape/PartOf';

export const hostProblemTexts = {
  hostCredentialsMissing:
    'Für {{repository}} gibt es keine Zugangsdaten in {{integration}}: {{remedy}}',
  hostRejectsCredentials:
    '{{product}} auf {{host}} akzeptiert die Zugangsdaten in {{integration}} nicht: {{remedy}}',
  hostForbids:
    '{{account}} fehlt die Berechtigung, in {{repository}} {{question}}. Nötig ist: {{needs}}',
  hostFindsNothing:
    'Vergeblich versucht, in {{repository}} {{question}}: {{product}} auf {{host}} hat dieses Repository nicht, seine Pull Requests sind abgeschaltet, oder {{account}} hat keinen Zugriff darauf',
  hostRateLimited:
    'Zu viele Anfragen von {{account}} an {{product}} auf {{host}}, um in {{repository}} {{question}}. Wieder möglich ab: {{until}}',
  hostUnavailable:
    'Vergeblich versucht, in {{repository}} {{question}}: {{product}} auf {{host}} {{fault}}',
  hostRefused:
    '{{product}} auf {{host}} hat es abgelehnt, in {{repository}} {{question}}: {{hostRefusal}}',
  hostSaid: '{{problem}} (Antwort von {{product}}: {{said}})',

  hostNotSupported:
    'Pull Requests lassen sich auf {{host}} nicht öffnen: Der Typ {{type}} wird noch nicht unterstützt, sondern gitea, github, gitlab und was Module hinzufügen. Den Wert von Hand ändern; dieser Tab zeigt trotzdem, was daraus wird.',
  hostNotConfigured:
    'Pull Requests lassen sich auf {{host}} nicht öffnen, weil er nicht konfiguriert ist. In integrations.gitea, integrations.github oder integrations.gitlab hinzufügen.',
  repositoryNotOfHost:
    '{{repository}} ist keine Adresse eines Repositorys von {{product}} auf {{host}}. Erwartet wird {{expected}}',
} satisfies PartOf<'problem'>;
