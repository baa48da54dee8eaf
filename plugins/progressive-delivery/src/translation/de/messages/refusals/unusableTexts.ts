import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const unusableTexts = {
  notPointed:
    'Application {{namespace}}/{{application}} von Argo CD {{argocd}} verweist nicht auf {{entity}} zurück, und keine Regel in progressiveDelivery.allow erlaubt die Nutzung.',
  selectedNotPointed:
    'Passende Applications in Namespace {{namespace}} von Argo CD {{argocd}} verweisen nicht auf {{entity}} zurück, und keine Regel in progressiveDelivery.allow erlaubt die Nutzung.',
  projectMissing:
    'Application {{namespace}}/{{application}} von Argo CD {{argocd}} verweist auf {{entity}} zurück. Das zählt nicht, weil es ihr AppProject nicht gibt.',
  projectRefuses:
    'Application {{namespace}}/{{application}} von Argo CD {{argocd}} verweist auf {{entity}} zurück. Das zählt nicht, weil ihr AppProject die Application nicht erlaubt.',
  projectTooWide:
    'Application {{namespace}}/{{application}} von Argo CD {{argocd}} verweist auf {{entity}} zurück. Das zählt nicht, weil ihr AppProject die Sources mit einer Wildcard erlaubt, die mehr als eine Organisation eines Git-Hosts umfasst. Das belegt, was Argo CD lesen darf, nicht was Backstage darf.',
  overlayNotAllowed:
    'Keine Regel in progressiveDelivery.allow erlaubt {{entity}} dieses Repository und diesen Namespace.',
  namespaceNotCounted:
    'Namespace {{namespace}} steht nicht in applicationNamespaces von Argo CD {{argocd}} in progressiveDelivery.argocd.',
  argocdNamespaceNotCounted:
    'Der Namespace von Argo CD {{argocd}} selbst steht nicht in dessen applicationNamespaces in progressiveDelivery.argocd.',

  applicationMissing:
    'In {{places}} gibt es keine Application {{application}}.',
  nothingMatches: 'In {{places}} passt keine Application.',
  noInstallations: 'In diesem Backstage ist kein Argo CD konfiguriert.',

  applicationUnreadable:
    'Application {{namespace}}/{{application}} von Argo CD {{argocd}} ließ sich nicht lesen.',
  projectUnreadable:
    'Das AppProject von Application {{namespace}}/{{application}} von Argo CD {{argocd}} ließ sich nicht lesen.',
  selectionUnreadable:
    'Die passenden Applications in Namespace {{namespace}} von Argo CD {{argocd}} ließen sich nicht lesen.',
  selectedUnreadable:
    'Eine der passenden Applications in Namespace {{namespace}} von Argo CD {{argocd}} ließ sich nicht lesen.',

  withoutSource:
    'Application {{namespace}}/{{application}} von Argo CD {{argocd}} hat keine Source.',
  tooManyMatch:
    'In Namespace {{namespace}} von Argo CD {{argocd}} passen {{matching}} Applications. Nur die ersten {{used}} werden verwendet.',
  moreMatch:
    'In Namespace {{namespace}} von Argo CD {{argocd}} passen mehr als {{used}} Applications. Nur die ersten {{used}} werden verwendet.',
  tooManyNames:
    'Nur die ersten {{used}} von {{named, number}} Namen werden nachgeschlagen.',
  tooManyOverlays: 'Nur die ersten {{used}} Overlays werden verwendet.',
  applicationNameInvalid: '"{{name}}" ist kein Name einer Application.',
  namespaceInvalid: '"{{name}}" kann kein Name eines Namespace sein.',
  annotatedNamespaceInvalid:
    '"{{name}}" in der Annotation {{annotation}} kann kein Name eines Namespace sein.',
  annotatedClusterInvalid:
    '"{{name}}" in der Annotation {{annotation}} kann kein Name eines Clusters sein.',
  selectorInvalid: 'Das ist kein Label-Selector.',
  installationUnknown:
    'In diesem Backstage ist kein Argo CD dieses Namens konfiguriert, sondern {{known}}.',
  overlayInvalid: 'Das Overlay ist nicht nutzbar: {{because}}',
} satisfies Translation<typeof english.unusable>;
