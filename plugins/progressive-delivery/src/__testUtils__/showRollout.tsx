import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import { ClockAhead } from '../hooks/time/ClockAhead';
import { RolloutPanel } from '../components/Rollouts/RolloutPanel';
import { deliveryTarget } from './deliveryTarget';
import { FakeProgressiveDeliveryApi } from './FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from './renderOnEntityPage';
import { NOW } from './rolloutStatus';

const reference = {
  entity: {
    kind: 'Component',
    namespace: 'default',
    name: 'agents-controllers',
  },
  target: 'main.argocd.agents',
};

/** From now on it is as late as seconds after `NOW`. */
export const itIs = (secondsLater: number) =>
  jest.spyOn(Date, 'now').mockReturnValue(NOW + secondsLater * 1000);

/**
 * All that is shown of one workload, by somebody who may act on it.
 *
 * @param options - `clockAhead`: milliseconds by which the browser's clock is known to be ahead of the backend's
 */
export async function showRollout(
  rollout: RolloutStatus,
  {
    api = new FakeProgressiveDeliveryApi(),
    clockAhead = 0,
    target = deliveryTarget,
  }: {
    api?: FakeProgressiveDeliveryApi;
    clockAhead?: number;
    target?: DeliveryTargetSummary;
  } = {},
): Promise<HTMLElement> {
  await renderOnEntityPage(
    <ClockAhead.Provider value={clockAhead}>
      <RolloutPanel
        reference={reference}
        target={target}
        rollout={rollout}
        refresh={() => {}}
      />
    </ClockAhead.Provider>,
    { api },
  );
  return screen.getByRole('region', {
    name: `${rollout.kind} ${rollout.name}`,
  });
}

/** What the items of a list say. */
export const texts = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
