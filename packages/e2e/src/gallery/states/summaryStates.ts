import {
  RolloutStatus,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { streamOf, targetWith } from '../wire/targetWith';

const FAILED = 'recorded/aborted-by-a-failed-analysis';
const ERROR = 'recorded/analysis-error';
const PAUSED = 'recorded/step-1-paused';
const SILENT = 'recorded/absent-new-image';
const INCONCLUSIVE = 'recorded/analysis-inconclusive';
const BY_HAND = 'recorded/paused-by-spec';
const BLUE_GREEN = 'recorded/blue-green-paused';
const MOVING = 'recorded/step-0-waiting-for-pods';

export const summaryScenarios = [
  FAILED,
  ERROR,
  PAUSED,
  SILENT,
  INCONCLUSIVE,
  BY_HAND,
  BLUE_GREEN,
  MOVING,
];

/** Several workloads of one target that need somebody. */
export function summaryStates(recorded: RecordedStatuses): GalleryState[] {
  const showing = (workloads: RolloutStatus[]) => {
    const target = targetWith(workloads);
    return {
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: { body: streamOf([{ target, workloads }]) },
    };
  };
  const running = (scenarios: Record<string, string>) =>
    showing(
      Object.entries(scenarios).map(([name, scenario]) =>
        recorded.status(scenario, name),
      ),
    );
  // The records end before half a minute is over.
  const silent = (name: string): RolloutStatus => ({
    ...recorded.status(SILENT, name),
    observation: {
      state: 'silent',
      generation: 3,
      since: new Date(Date.now() - 125_000).toISOString(),
      message: toMessage('silence', {
        id: 'spec',
        parameters: { generation: 3 },
      }),
    },
  });
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
      id: 'summary-reasons',
      title: 'Why each of several Rollouts waits',
      shows: /^An analysis was inconclusive/,
      ...running({
        checkout: INCONCLUSIVE,
        basket: BY_HAND,
        search: BLUE_GREEN,
        cart: PAUSED,
      }),
    },
    {
      id: 'summary-confirm-inconclusive',
      title: 'What it means to promote past an inconclusive analysis',
      shows: /neither passed nor failed/,
      ...running({ checkout: INCONCLUSIVE, basket: BY_HAND }),
      press: [{ role: 'button', name: 'Promote checkout' }],
    },
    {
      id: 'summary-moving',
      title: 'Many canaries that move, each of which can be aborted',
      shows: 'service-0',
      ...running(
        Object.fromEntries(
          Array.from({ length: 10 }, (_, index) => [
            `service-${index}`,
            MOVING,
          ]),
        ),
      ),
    },
    {
      id: 'two-silent',
      title: 'A controller that acts on neither of two Rollouts',
      shows: /has not acted on 2 Rollouts/,
      ...showing([silent('checkout'), silent('checkout-worker')]),
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
