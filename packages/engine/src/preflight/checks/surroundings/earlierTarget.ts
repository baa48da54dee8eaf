import { UncheckedContent } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ApplicationTarget } from '../../../targets/applications/DeliveryTarget';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { applicationObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';

/**
 * The targets that the entity names before this one, such as staging before production, are switched and healthy. On the
 * way back nobody waits for another target.
 */
export const earlierTarget = preflightCheck({
  id: 'earlier-target',
  severity: 'warn',
  direction: 'to-rollouts',
  pieces: ['earlierTargets'],
  run: ({ moved, target }, { earlierTargets }) =>
    earlierTargets.value.flatMap((earlier): Found[] => {
      if (earlier.kind !== 'application') {
        return [];
      }
      const object = applicationObject(earlier.application);
      const parameters = { earlier: earlier.title, target: target.title };
      const behind = moved.filter(each => kindIn(earlier, each) === each.kind);
      if (behind.length > 0) {
        return [
          {
            object,
            message: 'earlierNotSwitched',
            parameters: {
              ...parameters,
              workloads: behind.map(({ kind, name }) => `${kind} ${name}`),
            },
          },
        ];
      }
      const health = earlier.application.status?.health?.status ?? 'Unknown';
      return moved.some(each => kindIn(earlier, each) === each.becomes) &&
        health !== 'Healthy'
        ? [
            {
              object,
              message: 'earlierUnhealthy',
              parameters: { ...parameters, health },
            },
          ]
        : [];
    }),
  unsure: ({ moved }, { earlierTargets }) =>
    earlierTargets.value.flatMap((earlier): UncheckedContent[] => {
      const unknown = moved.filter(
        each =>
          earlier.kind === 'overlay' || kindIn(earlier, each) === undefined,
      );
      return unknown.length > 0
        ? [
            {
              message: 'earlierUnknown',
              parameters: {
                earlier: earlier.title,
                workloads: unknown.map(({ name }) => name),
              },
            },
          ]
        : [];
    }),
});

/** What a workload is in another target, where it is usually called the same. */
function kindIn(
  { application }: ApplicationTarget,
  { becomes, kind, name }: MovedWorkload,
): string | undefined {
  const kinds = (application.status?.resources ?? [])
    .filter(each => each.name === name)
    .map(each => each.kind);
  return [kind, becomes].find(each => kinds.includes(each));
}
