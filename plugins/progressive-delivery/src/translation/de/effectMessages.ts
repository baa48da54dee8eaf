import { effectMessages as english } from '../en/effectMessages';
import { Translation } from '../shape/Translation';

export const effectMessages = {
  effects: {
    canaryPods_one:
      'Der Canary hat zurzeit {{pods, number}} von {{count, number}} Pod und den Anteil am Traffic, der auf seine bereiten Pods entfällt.',
    canaryPods_other:
      'Der Canary hat zurzeit {{pods, number}} von {{count, number}} Pods und den Anteil am Traffic, der auf seine bereiten Pods entfällt.',
    canaryShare_one:
      'Der Canary hat zurzeit {{pods, number}} von {{count, number}} Pod und {{weight, number}}\u00a0% des Traffics.',
    canaryShare_other:
      'Der Canary hat zurzeit {{pods, number}} von {{count, number}} Pods und {{weight, number}}\u00a0% des Traffics.',
    canaryWeightUnknown_one:
      'Der Canary hat zurzeit {{pods, number}} von {{count, number}} Pod. Wie viel Traffic er erhält, ist nicht bekannt.',
    canaryWeightUnknown_other:
      'Der Canary hat zurzeit {{pods, number}} von {{count, number}} Pods. Wie viel Traffic er erhält, ist nicht bekannt.',
    canaryNone: 'Der Canary hat zurzeit keine Pods und keinen Traffic.',
    canaryUnread:
      'Wie viele Pods und wie viel Traffic der Canary zurzeit hat, konnte nicht gelesen werden.',
    canaryPodsUnread:
      'Der Canary hat zurzeit {{weight, number}}\u00a0% des Traffics. Wie viele Pods er hat, konnte nicht gelesen werden.',
    active_one:
      'Die aktive Revision ({{images}}) hat zurzeit {{count, number}} Pod und den gesamten Traffic.',
    active_other:
      'Die aktive Revision ({{images}}) hat zurzeit {{count, number}} Pods und den gesamten Traffic.',
    activeNone: 'Zurzeit ist keine Revision aktiv.',
    preview_one:
      'Die neue Revision ({{images}}) hat {{count, number}} Pod und erhält nur Preview-Traffic.',
    preview_other:
      'Die neue Revision ({{images}}) hat {{count, number}} Pods und erhält nur Preview-Traffic.',
    previewNone: 'Die neue Revision hat zurzeit keine Pods.',
    previous_one:
      'Die vorige Revision ({{images}}) hat noch {{count, number}} Pod und keinen Traffic.',
    previous_other:
      'Die vorige Revision ({{images}}) hat noch {{count, number}} Pods und keinen Traffic.',
    blueGreenUnread:
      'Wie viele Pods die aktive und die neue Revision zurzeit haben, konnte nicht gelesen werden.',
    stepTraffic_one:
      'Der Canary erhält dann {{weight, number}}\u00a0% des Traffics und etwa {{count, number}} Pod, wenn setCanaryScale nichts anderes vorgibt.',
    stepTraffic_other:
      'Der Canary erhält dann {{weight, number}}\u00a0% des Traffics und etwa {{count, number}} Pods, wenn setCanaryScale nichts anderes vorgibt.',
    stepPods_one:
      'Der Canary hat dann etwa {{pods, number}} von {{count, number}} Pod und dessen Anteil am Traffic.',
    stepPods_other:
      'Der Canary hat dann etwa {{pods, number}} von {{count, number}} Pods und deren Anteil am Traffic.',
    stepOnlyPod:
      'Bei einer einzigen Replica hat der Canary dann einen Pod neben dem stabilen, wenn maxSurge es erlaubt. Sonst hat nur einer von beiden einen Pod.',
    stepNothing:
      'Pods und Traffic bleiben während dieses Schritts, wie sie sind.',
    stepScale:
      'Das ändert die Zahl der Canary-Pods, nicht die Verteilung des Traffics.',
    stepRoute:
      'Das betrifft nur Requests, auf die die Route passt. Gewicht und Pods des Canarys bleiben, wie sie sind.',
    stepExperiment:
      'Das Experiment startet eigene Pods und leitet womöglich Traffic dorthin. Wie viel, ist hier nicht bekannt.',
    stepUnknown: 'Was das mit Pods und Traffic macht, ist hier nicht bekannt.',
  },
} satisfies Translation<typeof english>;
