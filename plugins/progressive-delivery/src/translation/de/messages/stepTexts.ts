import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const stepTexts = {
  setWeight: 'Gewicht auf {{weight}}\u00a0% setzen',
  pause: 'Pausieren, bis promotet wird',
  pauseFor: '{{duration}} pausieren',
  experiment: 'Experiment mit {{templates}} ausführen',
  experimentFor: 'Experiment mit {{templates}} ausführen, {{duration}} lang',
  analysis: 'Analyse {{templates}} ausführen',
  setCanaryScale: 'Canary skalieren',
  scaleToWeight: 'Canary auf {{weight}}\u00a0% der Replicas skalieren',
  scaleToTraffic: 'Canary passend zu seinem Traffic-Gewicht skalieren',
  scaleToReplicas_one: 'Canary auf {{count, number}} Replica skalieren',
  scaleToReplicas_other: 'Canary auf {{count, number}} Replicas skalieren',
  plugin: 'Plugin {{name}} ausführen',
  setHeaderRoute: 'Requests mit {{headers}} zum Canary leiten',
  removeHeaderRoute: 'Header-Route {{route}} entfernen',
  setMirrorRoute: 'Requests der Route {{route}} zum Canary spiegeln',
  setMirrorRouteShare:
    '{{percentage}}\u00a0% der Requests der Route {{route}} zum Canary spiegeln',
  removeMirrorRoute: 'Mirror-Route {{route}} entfernen',
  unsupported: '{{key}}',
  empty: 'Leerer Schritt',
} satisfies Translation<typeof english.step>;
