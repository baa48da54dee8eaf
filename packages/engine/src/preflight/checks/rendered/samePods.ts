import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/** The pods stay as they are: the first revision of a Rollout skips its steps, so whatever changes is on all pods at once. */
export const samePods = preflightCheck({
  id: 'same-pods',
  severity: 'block',
  pieces: [],
  run: ({ moved }) =>
    moved.flatMap(each => {
      const paths = each.differences
        .map(({ path }) => path)
        .filter(
          ([first, second]) =>
            first === 'spec' &&
            (second === 'template' || second === 'selector'),
        );
      if (paths.length === 0) {
        return [];
      }
      // Labels and annotations of pods start nothing else.
      const runsOther = paths.some(
        ([, second, third]) => second === 'template' && third === 'spec',
      );
      return [
        {
          object: movedObject(each),
          severity: runsOther ? ('block' as const) : ('warn' as const),
          message: 'podsDiffer' as const,
          parameters: {
            workload: each.name,
            kind: each.kind,
            becomes: each.becomes,
            fields: Array.from(new Set(paths.map(formatFieldPath))).slice(0, 5),
          },
        },
      ];
    }),
});
