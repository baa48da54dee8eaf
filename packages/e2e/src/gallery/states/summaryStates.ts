import { GalleryState } from '../GalleryState';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { streamOf, targetWith } from '../wire/targetWith';

const FAILED = 'recorded/aborted-by-a-failed-analysis';
const ERROR = 'recorded/analysis-error';
const PAUSED = 'recorded/step-1-paused';
const SILENT = 'recorded/absent-new-image';

export const summaryScenarios = [FAILED, ERROR, PAUSED, SILENT];

/** Several workloads of one target that need somebody. */
export function summaryStates(recorded: RecordedStatuses): GalleryState[] {
  const running = (scenarios: Record<string, string>) => {
    const workloads = Object.entries(scenarios).map(([name, scenario]) =>
      recorded.status(scenario, name),
    );
    const target = targetWith(workloads);
    return {
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: { body: streamOf([{ target, workloads }]) },
    };
  };
  const waiting = { checkout: PAUSED, 'checkout-worker': PAUSED };
  return [
    {
      id: 'summary-failed-metric',
      title: 'Metrics that failed, at a step, and what can be done right there',
      shows: 'Retry',
      ...running({ checkout: FAILED, basket: ERROR, search: PAUSED }),
    },
    {
      id: 'summary-confirm',
      title: 'What an action in the summary will do, before it is done',
      shows: 'checkout',
      ...running(waiting),
      press: [{ role: 'button', name: 'Promote checkout-worker' }],
    },
    {
      id: 'two-silent',
      title: 'A controller that acts on neither of two Rollouts',
      shows: 'checkout',
      ...running({ checkout: SILENT, 'checkout-worker': SILENT }),
    },
    {
      id: 'two-not-permitted',
      title: 'Somebody who may only look at two Rollouts',
      shows: 'checkout',
      ...running(waiting),
      denied: ['progressive-delivery.rollout.update'],
    },
  ];
}
