import {
  formatFieldPath,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { brokenRules } from './controllerRules';

/** The controller accepts the Rollout: what breaks its rules gets no pods, and the condition InvalidSpec. */
export const rolloutRules = preflightCheck({
  id: 'rollout-rules',
  severity: 'block',
  pieces: [],
  run: ({ moved }) =>
    moved
      .filter(({ becomes }) => becomes === 'Rollout')
      .flatMap(each => {
        const [first, ...others] = brokenRules(each.after.spec);
        return first
          ? [
              {
                object: { ...movedObject(each), kind: 'Rollout' },
                message: 'ruleBroken' as const,
                parameters: {
                  rollout: each.name,
                  field: formatFieldPath(first.path),
                  rule: toMessage('reason', first.rule),
                  others: others.length,
                },
              },
            ]
          : [];
      }),
});
