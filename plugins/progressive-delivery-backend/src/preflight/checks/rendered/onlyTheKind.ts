import { workloadKind } from '../../../variants/manifests/manifests';
import { renderedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/**
 * The switch takes nothing away but the workload whose kind changes, under the same name: what is removed is pruned, and a
 * workload of another name is one more workload.
 */
export const onlyTheKind = preflightCheck({
  id: 'only-the-kind',
  severity: 'block',
  pieces: [],
  run: ({ after, comparison, target }) =>
    comparison.changes.flatMap(({ before, change }) => {
      if (change !== 'removed' || !before) {
        return [];
      }
      const { kind, metadata } = before;
      const object = renderedObject(before, target);
      const parameters = { kind, name: metadata.name ?? '' };
      return [
        workloadKind(before)
          ? {
              object,
              message: 'workloadRemoved' as const,
              parameters: {
                ...parameters,
                others: after.flatMap(each =>
                  workloadKind(each)
                    ? [`${each.kind} ${each.metadata.name ?? ''}`]
                    : [],
                ),
              },
            }
          : { object, message: 'documentRemoved' as const, parameters },
      ];
    }),
});
