import { act, screen } from '@testing-library/react';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import {
  abortedRollout,
  deploymentStatus,
  failedMetric,
  inSeconds,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { itIs } from '../../__testUtils__/showRollout';
import { EntityWarning } from './EntityWarning';

const WARNED = /needs? attention|waiting for a decision/;
const ROLLOUTS = [1, 2, 3, 4, 5].map(number => ({
  ...pausedRollout,
  name: `web-${number}`,
}));

describe('EntityWarning', () => {
  let api: FakeProgressiveDeliveryApi;
  const render = (tabPath?: string) =>
    renderOnEntityPage(<EntityWarning tabPath={tabPath} />, { api });
  const settled = async () => {
    await act(async () => {
      await new Promise(resolve => setTimeout(resolve, 50));
    });
  };

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  it('says which rollout waits, and leads to the tab', async () => {
    api.runs(deploymentStatus, pausedRollout);
    await render('/progressive-delivery');
    expect(
      await screen.findByText('1 workload is waiting for a decision'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /^agents-controllers, .*: Waiting for a decision at 25% \(for /,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Progressive delivery' }),
    ).toHaveAttribute('href', '/progressive-delivery');
  });

  it('comes and goes with what runs', async () => {
    api.runs(deploymentStatus);
    await render();
    await settled();
    expect(screen.queryByText(WARNED)).not.toBeInTheDocument();
    await act(async () =>
      api.runs({ ...abortedRollout, failure: failedMetric }),
    );
    expect(
      await screen.findByText('1 workload needs attention'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'agents-controllers, agents: Canary failed at step 3 of 4: metric error-rate was 7.1, expected < 5. All traffic is on revision 1.',
      ),
    ).toBeInTheDocument();
    await act(async () => api.runs(deploymentStatus));
    await settled();
    expect(screen.queryByText(WARNED)).not.toBeInTheDocument();
  });

  it('says how old it is what could not be renewed', async () => {
    itIs(0);
    api.runs({
      ...pausedRollout,
      pauses: [{ reason: 'CanaryPauseStep', since: inSeconds(-720) }],
    });
    api.rollouts.observedAt = inSeconds(0);
    await render();
    await screen.findByText(/^agents-controllers, agents: /);
    await act(async () =>
      api.connections[0].send({
        type: 'target',
        target: deliveryTarget.id,
        state: 'stale',
        observedAt: inSeconds(-300),
        problems: [],
      }),
    );
    expect(
      await screen.findByText(
        /^agents-controllers, agents \(not up to date, 5m 0s old\): .* 25% \(for 12m 0s\)$/,
      ),
    ).toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it('names a target once that is called like its workload', async () => {
    api.targets = {
      targets: [{ ...deliveryTarget, title: pausedRollout.name }],
      unusable: [],
    };
    api.runs(pausedRollout);
    await render();
    expect(
      await screen.findByText(/^agents-controllers: Waiting for a decision/),
    ).toBeInTheDocument();
  });

  it('names three, and says how many more there are', async () => {
    api.runs(...ROLLOUTS);
    await render();
    expect(
      await screen.findByText('5 workloads are waiting for a decision'),
    ).toBeInTheDocument();
    expect(screen.getAllByText(/^web-/)).toHaveLength(3);
    expect(screen.getByText('and 2 more')).toBeInTheDocument();
  });

  it('asks nobody to sign in at a cluster', async () => {
    api.targets = {
      targets: [
        {
          ...deliveryTarget,
          destination: {
            ...deliveryTarget.destination,
            authProvider: 'google',
          },
        },
      ],
      unusable: [],
    };
    api.runs(pausedRollout);
    await render();
    await settled();
    expect(api.getTargets).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ signIn: false }),
    );
    expect(api.streamRollouts).not.toHaveBeenCalled();
    expect(api.getRollouts).not.toHaveBeenCalled();
    expect(screen.queryByText(WARNED)).not.toBeInTheDocument();
  });
});
