/** The texts of how many pods and how much traffic a revision has, and what a step makes of that. */
export const effectMessages = {
  effects: {
    canaryPods_one:
      'The canary has {{pods, number}} of {{count, number}} pod right now, and traffic in proportion to its ready pods.',
    canaryPods_other:
      'The canary has {{pods, number}} of {{count, number}} pods right now, and traffic in proportion to its ready pods.',
    canaryShare_one:
      'The canary has {{pods, number}} of {{count, number}} pod and {{weight, number}}% of the traffic right now.',
    canaryShare_other:
      'The canary has {{pods, number}} of {{count, number}} pods and {{weight, number}}% of the traffic right now.',
    canaryWeightUnknown_one:
      'The canary has {{pods, number}} of {{count, number}} pod right now. How much of the traffic it gets is not known.',
    canaryWeightUnknown_other:
      'The canary has {{pods, number}} of {{count, number}} pods right now. How much of the traffic it gets is not known.',
    canaryNone: 'The canary has no pods and no traffic right now.',
    canaryUnread:
      'How many pods and how much of the traffic the canary has right now could not be read.',
    canaryPodsUnread:
      'The canary has {{weight, number}}% of the traffic right now. How many pods it has could not be read.',
    active_one:
      'The active revision ({{images}}) has {{count, number}} pod and all traffic right now.',
    active_other:
      'The active revision ({{images}}) has {{count, number}} pods and all traffic right now.',
    activeNone: 'No revision is active right now.',
    preview_one:
      'The new revision ({{images}}) has {{count, number}} pod, and receives only preview traffic.',
    preview_other:
      'The new revision ({{images}}) has {{count, number}} pods, and receives only preview traffic.',
    previewNone: 'The new revision has no pods right now.',
    previous_one:
      'The previous revision ({{images}}) still has {{count, number}} pod, and no traffic.',
    previous_other:
      'The previous revision ({{images}}) still has {{count, number}} pods, and no traffic.',
    blueGreenUnread:
      'How many pods the active and the new revision have right now could not be read.',
    stepTraffic_one:
      'The canary then gets {{weight, number}}% of the traffic, and about {{count, number}} pod unless setCanaryScale says otherwise.',
    stepTraffic_other:
      'The canary then gets {{weight, number}}% of the traffic, and about {{count, number}} pods unless setCanaryScale says otherwise.',
    stepPods_one:
      'The canary then has about {{pods, number}} of {{count, number}} pod, and traffic in proportion.',
    stepPods_other:
      'The canary then has about {{pods, number}} of {{count, number}} pods, and traffic in proportion.',
    stepOnlyPod:
      'With a single replica, the canary then has one pod beside the stable one if maxSurge allows it. Otherwise only one of the two has a pod.',
    stepNothing: 'Pods and traffic stay as they are during that step.',
    stepScale:
      'That changes the number of canary pods, but not how the traffic is split.',
    stepRoute:
      'That only affects requests that match the route. The weight and the pods of the canary stay as they are.',
    stepExperiment:
      'The experiment starts pods of its own and may send traffic to them. How many is not known here.',
    stepUnknown: 'What that does to pods and traffic is not known here.',
  },
} as const;
