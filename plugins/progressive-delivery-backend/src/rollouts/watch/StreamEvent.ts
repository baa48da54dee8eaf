import { RolloutStreamMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { workloadKey } from './workloadKey';

/**
 * A message as it is sent. The text is made once for all who look, and all that is kept of the message: of thousands of
 * workloads, objects would weigh more.
 */
export interface StreamEvent {
  type: RolloutStreamMessage['type'];
  /** Id of the delivery target; absent where it is about all. */
  target?: string;
  /** What it is about: a later one of the same key replaces it. */
  key: string;
  /** A server-sent event. */
  text: string;
}

export function streamEvent(message: RolloutStreamMessage): StreamEvent {
  return {
    type: message.type,
    target: message.type === 'complete' ? undefined : message.target,
    key: keyOf(message),
    text: `data: ${JSON.stringify(message)}\n\n`,
  };
}

function keyOf(message: RolloutStreamMessage): string {
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
