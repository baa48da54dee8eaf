import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const switchTrialTexts = {
  noEffect:
    'Ihn ein- oder auszuschalten ändert nichts an den gerenderten Manifesten',
  dependencyDisabled:
    'Ihn ein- oder auszuschalten ändert nichts an den gerenderten Manifesten: Sein Chart ist durch {{condition}} deaktiviert',
  chartNameForAlias:
    'Ihn ein- oder auszuschalten ändert nichts an den gerenderten Manifesten: Das Chart {{chart}} hat den Alias {{aliases}} und liest seine Values unter diesem Namen',
  apiMissing:
    'Ihn ein- oder auszuschalten ändert nichts an den gerenderten Manifesten: Das Chart verlangt {{apis}}, was der Cluster nicht hat',
  doesNotRender:
    'Mit dem anderen Wert des Schalters lässt sich das Overlay nicht rendern: {{said}}',
  tooManySwitches:
    'Was er bewirkt, zeigt die Vorschau: Nur die ersten {{tried}} Schalter eines Charts werden ausprobiert',
  setElsewhere:
    'Was er bewirkt, ist nicht bekannt: Er ist an einer Stelle gesetzt, an der er sich nicht ohne Änderung ausprobieren lässt',
} satisfies Translation<typeof english.switchTrial>;
