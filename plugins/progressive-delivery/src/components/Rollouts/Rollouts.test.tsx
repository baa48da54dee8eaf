import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import {
  pausedRollout,
  silentRollout,
} from '../../__testUtils__/rolloutStatus';
import { useRollouts } from '../../hooks/delivery/useRollouts';
import { useTargetReference } from '../../hooks/useTargetReference';
import { Rollouts } from './Rollouts';

const READ_ONLY: DeliveryTargetSummary = {
  ...deliveryTarget,
  enabled: { actions: false, proposals: true },
};

const Page = ({ target }: { target: DeliveryTargetSummary }) => {
  const reference = useTargetReference(target.id);
  return (
    <Rollouts
      reference={reference}
      target={target}
      polling={useRollouts(reference)}
    />
  );
};

describe('What is the same for several Rollouts of a target', () => {
  let api: FakeProgressiveDeliveryApi;
  const render = (target = deliveryTarget) =>
    renderOnEntityPage(<Page target={target} />, { api });
  const find = (name: string) =>
    screen.findByRole('region', { name: `Rollout ${name}` });

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  it('is told once: that their controller is silent, with what each waits for', async () => {
    api.runs(
      { ...silentRollout, name: 'one' },
      { ...silentRollout, name: 'two' },
    );
    await render();
    const one = await find('one');
    expect(
      screen.getByText(
        /^The Argo Rollouts controller has not acted on 2 Rollouts for /,
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByText(/--namespaced/)).toHaveLength(1);
    for (const region of [one, await find('two')]) {
      expect(
        within(region).getByText(/^The controller has not responded for /),
      ).toBeInTheDocument();
      expect(
        within(region).getByText('Its latest change has not been observed.'),
      ).toBeInTheDocument();
    }
  });

  it('is told where it is so of one alone', async () => {
    api.runs(silentRollout, { ...pausedRollout, name: 'two' });
    await render();
    expect(
      within(await find(silentRollout.name)).getByText(/--namespaced/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/2 Rollouts/)).not.toBeInTheDocument();
  });

  it('is told once: why they cannot be changed here', async () => {
    api.runs(
      { ...pausedRollout, name: 'one' },
      { ...pausedRollout, name: 'two' },
    );
    await render(READ_ONLY);
    expect(
      await within(await find('two')).findByText(
        'kubectl argo rollouts promote two -n agents --context production',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getAllByText(/^Actions are disabled in this Backstage instance: /),
    ).toHaveLength(1);
    expect(
      within(await find('one')).queryByText(/^Actions are disabled/),
    ).not.toBeInTheDocument();
  });

  it('is told of each where the reasons differ', async () => {
    api.runs(pausedRollout, { ...pausedRollout, name: 'agents' });
    const [own, other] = deliveryTarget.switches;
    await render({
      ...deliveryTarget,
      switches: [{ ...own, owned: false }, other],
    });
    for (const [name, path] of [
      ['agents-controllers', own.id],
      ['agents', other.id],
    ]) {
      expect(
        await within(await find(name)).findByText(
          `This Rollout belongs to the component that owns ${path}. Open that component to change it, or use kubectl:`,
        ),
      ).toBeInTheDocument();
    }
  });
});
