import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const notPreparableTexts = {
  fromHelmRepository:
    'Das Chart {{chart}} kommt aus dem Helm-Repository {{repository}}, nicht aus Git. Dort vorbereiten, wo es entwickelt wird (npx @progressive-delivery/cli adopt), und die Version ausliefern, die damit veröffentlicht wird',
  fromRegistry:
    'Das Chart {{chart}} kommt aus der Registry {{repository}}, nicht aus Git. Dort vorbereiten, wo es entwickelt wird (npx @progressive-delivery/cli adopt), und die Version ausliefern, die damit veröffentlicht wird',
  linked:
    'Dateien des Charts liegen hinter dem symbolischen Link {{link}}, den ein Pull Request nicht mitändern könnte. Stattdessen die Dateien selbst nach {{directory}} legen',
  plainDirectory:
    '{{directory}} enthält einfache Manifeste und kein Helm-Chart, also gibt es keine Values, in denen ein Schalter stehen könnte. Dort die Deployments zu Rollouts machen, wie docs/chart-pattern.md es zeigt, oder ein Chart daraus machen',
  noChart:
    'Die Kustomization in {{directory}} rendert kein Helm-Chart, also gibt es keine Values, in denen ein Schalter stehen könnte. In ihren Manifesten die Deployments zu Rollouts machen, wie docs/chart-pattern.md es zeigt, oder ein Chart daraus machen',
  plugin:
    '{{source}} wird von einem Config-Management-Plugin von Argo CD gerendert, deshalb kann Backstage nicht feststellen, was eine Änderung an den Dateien rendert. Rendert das Plugin ein Helm-Chart, dieses mit npx @progressive-delivery/cli adopt vorbereiten. Sonst in den Dateien, die das Plugin liest, die Deployments zu Rollouts machen, wie docs/chart-pattern.md es zeigt',
  unreadable: 'Das Chart lässt sich nicht lesen. {{because}}',
  baseNotABranch:
    'Das Chart wird bei {{revision}} ({{commit}}) gelesen. Das ist kein Branch, in den ein Pull Request gemergt werden könnte. Auf einem Branch von {{repository}} vorbereiten (npx @progressive-delivery/cli adopt) und die Version ausliefern, die damit veröffentlicht wird',
  hostUnsupported:
    'Am Git-Host von {{repository}} lassen sich keine Pull Requests öffnen: Er ist nicht konfiguriert oder von keinem unterstützten Typ. Das Chart mit npx @progressive-delivery/cli adopt vorbereiten',
  proposalsDisabled:
    'Hier werden keine Pull Requests geöffnet: progressiveDelivery.proposals.enabled steht in der app-config auf false. Das Chart mit npx @progressive-delivery/cli adopt vorbereiten',
} satisfies Translation<typeof english.notPreparable>;
