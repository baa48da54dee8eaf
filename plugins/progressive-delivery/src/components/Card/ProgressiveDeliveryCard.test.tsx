import { act, screen } from '@testing-library/react';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { problem } from '../../__testUtils__/problem';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { responseError } from '../../__testUtils__/responseError';
import {
  abortedRollout,
  deploymentStatus,
  failedMetric,
  movingRollout,
  pausedRollout,
  silentRollout,
  withFailingPods,
} from '../../__testUtils__/rolloutStatus';
import { ProgressiveDeliveryCard } from './ProgressiveDeliveryCard';

describe('ProgressiveDeliveryCard', () => {
  let api: FakeProgressiveDeliveryApi;
  const render = (tabPath?: string) =>
    renderOnEntityPage(<ProgressiveDeliveryCard tabPath={tabPath} />, { api });

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  it('shows the phases of each target in a line, and links to the tab', async () => {
    api.targets = {
      targets: [
        deliveryTarget,
        { ...deliveryTarget, id: 'staging', title: 'agents-staging' },
      ],
      unusable: [
        {
          reference: 'argocd/app-name: agents-eu',
          reason: 'not-found',
          message: toMessage('unusable', {
            id: 'nothingMatches',
            parameters: { places: ['main/argocd'] },
          }),
          problems: [],
          remedies: [],
        },
      ],
    };
    api.rollouts.rollouts = [deploymentStatus, abortedRollout];
    await render('/catalog/default/component/agents/progressive-delivery');

    expect(await screen.findAllByText('Degraded')).toHaveLength(2);
    expect(
      screen.getAllByText('Rollout agents-controllers, aborted'),
    ).toHaveLength(2);
    expect(screen.getByText('agents-staging')).toBeInTheDocument();
    expect(
      screen.getByText('1 delivery target cannot be used'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Progressive delivery/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/agents/progressive-delivery',
    );
  });

  it('says that this Backstage is not set up', async () => {
    api.targets = {
      targets: [],
      unusable: [],
      setup: [
        {
          message: toMessage('setup', { id: 'argocdMissing', parameters: {} }),
          yaml: '',
          docs: '',
        },
      ],
    };
    await render();

    expect(
      await screen.findByText(
        'Setup incomplete: 1 item is missing in this Backstage instance',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('No delivery target was found.'),
    ).not.toBeInTheDocument();
  });

  it('says what each workload fails by, or waits for', async () => {
    api.rollouts.rollouts = [
      deploymentStatus,
      { ...pausedRollout, name: 'waits' },
      { ...movingRollout, name: 'moves' },
      {
        ...withFailingPods(2, { reason: 'ImagePullBackOff' }),
        name: 'fails',
      },
      {
        ...abortedRollout,
        name: 'aborted',
        abort: { step: 'unknown', because: 'Metric "latency" failed' },
      },
      { ...abortedRollout, name: 'measured', failure: failedMetric },
    ];
    await render();

    expect(
      await screen.findByText('Rollout waits, step 2 of 4'),
    ).toBeInTheDocument();
    for (const sentence of [
      'Waiting for promotion',
      'Waiting for 1 more canary pod to become available (0 of 1)',
      '2 canary pods are failing: the image cannot be pulled (ImagePullBackOff)',
      'Metric "latency" failed. All traffic is on revision 1.',
      'Canary failed at step 3 of 4: metric error-rate was 7.1, expected < 5. All traffic is on revision 1.',
    ]) {
      expect(screen.getByText(sentence)).toBeInTheDocument();
    }
  });

  it('says that a controller is silent rather than what it wrote last', async () => {
    api.rollouts.rollouts = [silentRollout];
    await render();

    expect(
      await screen.findByText(/^The controller has not responded for /),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/waiting for rollout spec update/),
    ).not.toBeInTheDocument();
  });

  it('tells unknown from nothing', async () => {
    api.rollouts = {
      ...api.rollouts,
      rollouts: [],
      problems: [problem('Forbidden.')],
    };
    await render();

    expect(
      await screen.findByText('Live state could not be read'),
    ).toBeInTheDocument();
  });

  it('says, as the tab does, that nothing runs where all was read', async () => {
    api.rollouts = {
      ...api.rollouts,
      rollouts: [],
      problems: [
        toMessage('problem', {
          id: 'nothingOfApplication',
          parameters: { application: 'agents', workloads: ['Deployment web'] },
        }),
      ],
    };
    await render();

    expect(
      await screen.findByText('Nothing is running here'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^Live state /)).not.toBeInTheDocument();
  });

  it('says that there may be more than what was read', async () => {
    api.rollouts = {
      ...api.rollouts,
      rollouts: [deploymentStatus],
      problems: [problem('Rollouts may not be listed.')],
    };
    await render();

    expect(
      await screen.findByText('Live state may be incomplete'),
    ).toBeInTheDocument();
    expect(screen.getByText('Healthy')).toBeInTheDocument();
  });

  it('asks nobody to sign in at a cluster, and says where to', async () => {
    api.targets = {
      targets: [
        {
          ...deliveryTarget,
          destination: { cluster: 'edge', authProvider: 'google' },
        },
      ],
      unusable: [],
    };
    await render();

    expect(
      await screen.findByText(
        'Cluster edge requires you to sign in. Open the tab to see its workloads.',
      ),
    ).toBeInTheDocument();
    expect(api.getTargets).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ signIn: false }),
    );
    expect(api.streamRollouts).not.toHaveBeenCalled();
    expect(api.getRollouts).not.toHaveBeenCalled();
  });

  it('does not wait without end for what runs', async () => {
    api.streamRollouts.mockImplementation(() => new Promise(() => {}));
    api.getRollouts.mockImplementation(() => new Promise(() => {}));
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await render();
      expect(
        await screen.findByText('Loading rollout status'),
      ).toBeInTheDocument();
      await act(async () => jest.advanceTimersByTime(15_000));
      expect(
        screen.queryByText('Loading rollout status'),
      ).not.toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says what went wrong', async () => {
    api.getTargets.mockRejectedValue(
      await responseError(503, 'ServiceUnavailableError', 'No Argo CD.'),
    );
    await render();

    expect(await screen.findByRole('alert')).toHaveTextContent('No Argo CD.');
  });
});
