import {
  PodStatus,
  RevisionStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { podState } from '../Pods/podState';

/** Pods of a revision that fail for the same reason, and the first of them. */
export interface FailingPods {
  /** In one word, such as `ImagePullBackOff`. */
  reason: string;
  first: PodStatus;
  count: number;
}

/** The pods of a revision that fail, the most frequent reason first. */
export function failingPods({
  pods,
}: Pick<RevisionStatus, 'pods'>): FailingPods[] {
  const groups = new Map<string, FailingPods>();
  for (const pod of pods) {
    if (podState(pod) === 'failing') {
      const reason = pod.problem?.reason ?? pod.status;
      const key = JSON.stringify([reason, pod.problem?.container]);
      const group = groups.get(key);
      groups.set(
        key,
        group
          ? { ...group, count: group.count + 1 }
          : { reason, first: pod, count: 1 },
      );
    }
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
