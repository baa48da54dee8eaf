import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const hostRefusalTexts = {
  archived:
    'Das Repository ist archiviert, also die Archivierung aufheben oder aus einem anderen Repository ausliefern',
  branchMissing:
    'Der Branch wurde inzwischen gelöscht, also noch einmal versuchen',
  branchMoved:
    'Der Branch wurde inzwischen von anderen geändert, also noch einmal versuchen',
  exists: 'Für diesen Branch ist schon ein Pull Request offen',
  noCommits: 'Der Base-Branch enthält diese Änderung schon',
  noDrafts: 'Das Repository kennt keine Drafts, also keinen anfordern',
  noReviewers:
    'Nicht alle lassen sich anfragen: Sie müssen Mitglieder des Projekts sein, und ohne Lizenz für mehrere ist nur ein Reviewer möglich',
  noTeams:
    'Reviews lassen sich dort nur von Personen anfordern, nicht von Gruppen',
  rule: 'Eine Regel, ein Hook oder eine Branch Protection erlaubt es nicht, also dem Konto Branches mit diesem Namen erlauben',
  unsigned:
    'Das Repository nimmt nur signierte Commits an: Branches mit diesem Namen davon ausnehmen oder eine GitHub-App verwenden, deren Commits GitHub signiert',
  other: 'Die Regeln dort erlauben es nicht',
} satisfies Translation<typeof english.hostRefusal>;
