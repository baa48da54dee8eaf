import { RolloutStreamMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { workloadKey } from './workloadKey';

/** What a message is about: a later one of the same key replaces it. */
export function messageKey(message: RolloutStreamMessage): string {
  switch (message.type) {
    case 'target':
      return `${message.target}/`;
    case 'workload':
      return `${message.target}/${workloadKey(message.status)}`;
    case 'gone':
      return `${message.target}/${workloadKey(message)}`;
    case 'complete':
      return '';
    default:
      return message satisfies never;
  }
}
