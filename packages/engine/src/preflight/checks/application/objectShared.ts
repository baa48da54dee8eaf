import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/**
 * No other Application has the workload, too. Argo CD warns of that in a condition (argo-cd v3.6 controller/state.go):
 * `Deployment/web is part of applications argocd/shop and other`.
 */
export const objectShared = preflightCheck({
  id: 'object-shared',
  severity: 'block',
  pieces: ['applicationStatus'],
  run: ({ moved }, { applicationStatus }) =>
    moved.flatMap(each => {
      const shared = applicationStatus.value.conditions.find(
        ({ message, type }) =>
          type === 'SharedResourceWarning' &&
          [each.kind, each.becomes].some(kind =>
            message.startsWith(`${kind}/${each.name} is part of applications `),
          ),
      );
      return shared
        ? [
            {
              object: movedObject(each),
              message: 'objectShared' as const,
              parameters: { said: shared.message, kind: each.kind },
            },
          ]
        : [];
    }),
});
