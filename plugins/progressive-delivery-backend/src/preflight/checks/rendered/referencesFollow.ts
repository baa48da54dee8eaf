import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { MovedWorkload, namespaceOf } from '../../gathering/RenderedChange';
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

/** No object is that deep; what is deeper is not looked at. */
const MOST_DEPTH = 20;

/** Whatever names the workload by kind and name (of a mesh, a gateway, an operator) names the kind that it becomes. */
export const referencesFollow = preflightCheck({
  id: 'references-follow',
  severity: 'warn',
  pieces: [],
  run: ({ after, moved, target }) =>
    after
      .filter(({ kind }) => !ELSEWHERE.has(kind))
      .flatMap(manifest =>
        moved
          .filter(
            ({ namespace }) => namespace === namespaceOf(manifest, target),
          )
          .flatMap((each): Found[] => {
            const path = findReference(manifest, each, []);
            return path
              ? [
                  {
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
                  },
                ]
              : [];
          }),
      ),
});

type Path = (string | number)[];

function findReference(
  value: unknown,
  workload: MovedWorkload,
  path: Path,
): Path | undefined {
  if (path.length > MOST_DEPTH || typeof value !== 'object') {
    return undefined;
  }
  if (
    path.length > 0 &&
    fieldOf(value, 'kind') === workload.kind &&
    fieldOf(value, 'name') === workload.name
  ) {
    return path;
  }
  for (const [key, part] of partsOf(value)) {
    const found = findReference(part, workload, [...path, key]);
    if (found) {
      return found;
    }
  }
  return undefined;
}
