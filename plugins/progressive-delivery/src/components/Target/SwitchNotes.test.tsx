import {
  DeliveryTargetSummary,
  SwitchTrialMessage,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { SwitchNotes } from './SwitchNotes';

const GLOBAL = 'progressiveDelivery.enabled';

const withGlobal = (message: SwitchTrialMessage): DeliveryTargetSummary => ({
  ...deliveryTarget,
  switches: [
    ...deliveryTarget.switches,
    {
      id: GLOBAL,
      enabled: false,
      origin: { from: 'chart', file: 'values.yaml' },
      owned: true,
      trial: { state: 'same', message },
    },
  ],
});

const noEffect = toMessage('switchTrial', { id: 'noEffect', parameters: {} });

describe('SwitchNotes', () => {
  const show = (target: DeliveryTargetSummary) =>
    renderOnEntityPage(<SwitchNotes target={target} />, {
      api: new FakeProgressiveDeliveryApi(),
    });

  it('says nothing of a switch for all where each workload has its own', async () => {
    await show(withGlobal(noEffect));
    expect(
      screen.queryByText(/Switches without effect/),
    ).not.toBeInTheDocument();
  });

  it('tells a switch that has no effect where a workload has none', async () => {
    const target = withGlobal(noEffect);
    await show({
      ...target,
      workloads: target.workloads.map(each => ({ ...each, switch: undefined })),
    });
    expect(screen.getByText(/^progressiveDelivery\.enabled: /)).toBeVisible();
  });

  it('tells what is wrong with a switch in any case', async () => {
    await show(
      withGlobal(
        toMessage('switchTrial', {
          id: 'apiMissing',
          parameters: { apis: ['argoproj.io/v1alpha1'] },
        }),
      ),
    );
    expect(screen.getByText(/argoproj\.io\/v1alpha1/)).toBeVisible();
  });
});
