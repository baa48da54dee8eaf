import { liveObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import {
  hasLabels,
  renderedPodLabels,
} from '../../../variants/manifests/renderedPods';

/** Budgets that select the pods of both kinds while they run side by side. */
export const budgetsCountBoth = preflightCheck({
  id: 'budgets-count-both',
  severity: 'info',
  pieces: ['disruptionBudgets'],
  run: ({ moved, target }, { disruptionBudgets }) =>
    disruptionBudgets.value.flatMap(budget => {
      const selector = Object.entries(budget.spec.selector?.matchLabels ?? {});
      const selected = moved.find(
        each =>
          budget.metadata.namespace === each.namespace &&
          selector.length > 0 &&
          hasLabels(renderedPodLabels(each.after), selector),
      );
      return selected
        ? [
            {
              object: liveObject(budget, target),
              message: 'budgetCountsBoth' as const,
              parameters: {
                budget: budget.metadata.name,
                workload: selected.name,
              },
            },
          ]
        : [];
    }),
});
