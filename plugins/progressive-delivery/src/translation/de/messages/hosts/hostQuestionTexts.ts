import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const hostQuestionTexts = {
  read: 'zu lesen',
  publishBranch: 'einen Branch zu pushen',
  openPullRequest: 'einen Pull Request zu öffnen',
  listPullRequests: 'Pull Requests aufzulisten',
  readPullRequest: 'einen Pull Request zu lesen',
  changePullRequests: 'Pull Requests zu ändern',
  closePullRequest: 'einen Pull Request zu schließen',
  addLabels: 'Labels hinzuzufügen',
  requestReviews: 'Reviews anzufordern',
} satisfies Translation<typeof english.hostQuestion>;
