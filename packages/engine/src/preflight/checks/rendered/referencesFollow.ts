import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { namespaceOf } from '../../gathering/RenderedChange';
import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

/** Checks of their own look at these. */
const ELSEWHERE = new Set([
  'Deployment',
  'Rollout',
  'HorizontalPodAutoscaler',
  'ScaledObject',
  'VerticalPodAutoscaler',
]);

/** Whatever names the workload by kind and name (of a mesh, a gateway, an operator) names the kind that it becomes. */
export const referencesFollow = preflightCheck({
  id: 'references-follow',
  severity: 'warn',
  pieces: [],
  run: ({ moved, references, target }) =>
    moved.flatMap((each): Found[] => {
      const found = new Map(
        references
          .namings(each.kind, each.name)
          .filter(
            ({ manifest }) =>
              !ELSEWHERE.has(manifest.kind) &&
              namespaceOf(manifest, target) === each.namespace,
          )
          // The first of each manifest.
          .map(({ manifest, path }) => [manifest, path] as const)
          .reverse(),
      );
      return Array.from(
        found,
        ([manifest, path]): Found => ({
          object: renderedObject(manifest, target),
          message: 'referenceLeft',
          parameters: {
            kind: manifest.kind,
            name: manifest.metadata.name ?? '',
            field: formatFieldPath(path),
            before: each.kind,
            workload: each.name,
            becomes: each.becomes,
          },
        }),
      ).reverse();
    }),
});
