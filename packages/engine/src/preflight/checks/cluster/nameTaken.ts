import { trackedBy } from '../../../targets/applications/trackingId';
import { fieldOf } from '../../../variants/manifests/fields';
import { LiveWorkload } from '../../gathering/objects/liveWorkload';
import { Manifest } from '../../../variants/manifests/manifests';
import { liveObject } from '../foundObject';
import { liveWorkload } from '../liveWorkload';
import { Found, preflightCheck } from '../preflightCheck';

/** Nothing has the name that the new object takes: its selector cannot be changed, or it belongs to somebody else. */
export const nameTaken = preflightCheck({
  id: 'name-taken',
  severity: 'block',
  pieces: ['workloads'],
  run: ({ moved, target }, { workloads }) =>
    moved.flatMap((each): Found[] => {
      const live = liveWorkload(each, workloads.value, each.becomes);
      if (!live) {
        return [];
      }
      const parameters = {
        kind: each.becomes,
        name: each.name,
        namespace: each.namespace ?? '',
      };
      const owner = trackedBy(parameters, live);
      const own =
        target.kind === 'application' ? target.instanceName : undefined;
      if (owner !== undefined && own !== undefined && owner !== own) {
        return [
          {
            object: liveObject(live, target),
            message: 'ofAnotherApplication',
            parameters: { ...parameters, owner },
          },
        ];
      }
      return hasSameSelector(live, each.after)
        ? []
        : [
            {
              object: liveObject(live, target),
              message: 'selectorImmutable',
              parameters,
            },
          ];
    }),
});

function hasSameSelector(live: LiveWorkload, { spec }: Manifest): boolean {
  const sorted = (labels: unknown) =>
    JSON.stringify(
      Object.entries(Object(labels)).sort(([one], [other]) =>
        one < other ? -1 : 1,
      ),
    );
  return (
    sorted(live.spec.selector?.matchLabels ?? {}) ===
    sorted(fieldOf(fieldOf(spec, 'selector'), 'matchLabels') ?? {})
  );
}
