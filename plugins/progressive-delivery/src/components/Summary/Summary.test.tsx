import {
  DeliveryTargetSummary,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { problem } from '../../__testUtils__/problem';
import {
  renderOnEntityPage,
  RenderOnEntityPageOptions,
} from '../../__testUtils__/renderOnEntityPage';
import {
  abortedRollout,
  deploymentStatus,
  movingRollout,
  pausedRollout,
  failedMetric,
  silentRollout,
  withFailingPods,
} from '../../__testUtils__/rolloutStatus';
import { panelId } from '../../ui/panelId';
import { Summary } from './Summary';

const staging = { ...deliveryTarget, id: 'staging', title: 'agents-staging' };
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

describe('Summary', () => {
  let api: FakeProgressiveDeliveryApi;
  const render = (
    targets: DeliveryTargetSummary[] = [deliveryTarget],
    options: Omit<RenderOnEntityPageOptions, 'api'> = {},
  ) => renderOnEntityPage(<Summary targets={targets} />, { api, ...options });
  const find = () => screen.findByRole('region', { name: 'Summary' });
  const lines = (summary: HTMLElement) =>
    within(summary)
      .getAllByRole('listitem')
      .map(line => line.textContent);

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  it('is one line where nothing needs anybody', async () => {
    api.runs(deploymentStatus, { ...deploymentStatus, name: 'other' });
    await render();
    const summary = await find();
    expect(summary).toHaveTextContent(/^2 workloads are healthy$/);
  });

  it('says what needs somebody, worst first, and how many do not', async () => {
    api.runs(
      deploymentStatus,
      { ...movingRollout, name: 'moves' },
      {
        ...pausedRollout,
        name: 'waits',
        pauses: [{ reason: 'CanaryPauseStep', since: minutesAgo(12) }],
      },
      {
        ...abortedRollout,
        name: 'aborted',
        weight: { set: 0, actual: 0 },
        abort: { step: 2, because: 'Metric "error-rate" failed.' },
        failure: failedMetric,
      },
      { ...withFailingPods(2, { reason: 'ImagePullBackOff' }), name: 'fails' },
    );
    await render();
    const [first, second, third, fourth] = lines(await find());
    expect(first).toMatch(
      /^Degradedaborted ?Canary failed at step 3 of 4: metric error-rate was 7\.1, expected < 5\. All traffic is on revision 1\./,
    );
    expect(second).toBe(
      'Failingfails2 canary pods are failing: the image cannot be pulled (ImagePullBackOff)',
    );
    expect(third).toMatch(
      /^PausedwaitsWaiting for a decision at 25% \(for 12m 0s\)/,
    );
    expect(fourth).toMatch(/movesWaiting for 1 more canary pod/);
    expect(await find()).toHaveTextContent('1 other workload is healthy');
  });

  it('leads to the panel', async () => {
    api.runs(pausedRollout);
    const panel = document.createElement('section');
    panel.id = panelId(deliveryTarget.id, pausedRollout);
    panel.tabIndex = -1;
    panel.scrollIntoView = jest.fn();
    document.body.append(panel);
    await render();
    await userEvent.click(
      within(await find()).getByRole('button', { name: 'agents-controllers' }),
    );
    expect(panel).toHaveFocus();
    expect(panel.scrollIntoView).toHaveBeenCalled();
    panel.remove();
  });

  describe('what can be done next', () => {
    const buttons = async () =>
      within(await find())
        .getAllByRole('button')
        .map(button => button.getAttribute('aria-label') ?? button.textContent);
    const name = 'agents-controllers';

    it('is done right there, to what was seen', async () => {
      api.runs(pausedRollout);
      await render();
      expect(
        await within(await find()).findByRole('button', {
          name: `Abort ${name}`,
        }),
      ).toHaveTextContent('Abort');
      expect(await buttons()).toEqual([
        name,
        `Promote ${name}`,
        `Abort ${name}`,
      ]);

      await userEvent.click(
        screen.getByRole('button', { name: `Promote ${name}` }),
      );
      const dialog = await screen.findByRole('dialog', {
        name: `Promote: Rollout ${name}`,
      });
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Promote' }),
      );
      expect(
        await screen.findByText('Promote: accepted by the cluster.'),
      ).toBeInTheDocument();
      expect(api.actOnRollout).toHaveBeenCalledWith(
        expect.objectContaining({ target: deliveryTarget.id }),
        { namespace: 'agents', name },
        'promote',
        pausedRollout.seen,
      );
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(
        screen.getByRole('button', { name: `Promote ${name}` }),
      ).toBeDisabled();
    });

    it.each([
      ['a retry of what was aborted', abortedRollout, 'Retry'],
      ['only an abort of what moves by itself', movingRollout, 'Abort'],
    ])('is %s', async (_what, rollout, action) => {
      api.runs(rollout);
      await render();
      await within(await find()).findByRole('button', {
        name: `${action} ${name}`,
      });
      expect(await buttons()).toEqual([name, `${action} ${name}`]);
    });

    it('names the target where there are several', async () => {
      api.runs(pausedRollout);
      await render([deliveryTarget, { ...staging, title: 'agents-staging' }]);
      expect(
        await within(await find()).findAllByRole('button', {
          name: `Promote ${name}, agents-staging`,
        }),
      ).toHaveLength(1);
    });

    it.each([
      [
        'may not act',
        [deliveryTarget],
        // What was permitted for another entity is remembered.
        {
          allowed: false,
          entity: { ...entity, metadata: { name: 'of-others' } },
        },
      ],
      [
        'looks at an installation without actions',
        [{ ...deliveryTarget, enabled: { actions: false, proposals: true } }],
        {},
      ],
      [
        'looks at the component of somebody else',
        [
          {
            ...deliveryTarget,
            switches: deliveryTarget.switches.map(each => ({
              ...each,
              owned: false,
            })),
          },
        ],
        {},
      ],
    ])('is not offered to whoever %s', async (_who, targets, options) => {
      api.runs(pausedRollout);
      await render(targets, options);
      // The permission is asked for meanwhile.
      await find();
      await act(async () => {});
      expect(await buttons()).toEqual([name]);
    });

    it('is not offered where what is shown is old', async () => {
      api.runs(pausedRollout);
      await render();
      await within(await find()).findByRole('button', {
        name: `Promote ${name}`,
      });
      await act(async () =>
        api.connections[0].send({
          type: 'target',
          target: deliveryTarget.id,
          state: 'stale',
          observedAt: '2026-01-01T12:00:00Z',
          problems: [],
        }),
      );
      expect(await buttons()).toEqual([name, deliveryTarget.title]);
    });

    it('stays asked for when its workload needs nobody any more', async () => {
      api.runs(pausedRollout);
      await render();
      await userEvent.click(
        await within(await find()).findByRole('button', {
          name: `Promote ${name}`,
        }),
      );
      await act(async () =>
        api.runs({
          ...pausedRollout,
          phase: 'Healthy',
          pauses: [],
          actions: [],
        }),
      );
      const dialog = await screen.findByRole('dialog');
      expect(dialog).toHaveTextContent('The Rollout has changed');
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Cancel' }),
      );
      await waitFor(async () =>
        expect(await find()).toHaveTextContent(/^1 workload is healthy$/),
      );
    });
  });

  it('names the target where there are several, and never calls healthy what is not known', async () => {
    api.runs(silentRollout);
    api.rollouts.problems = [problem('Pods may not be listed.')];
    await render([deliveryTarget, staging]);
    const summary = await find();
    const texts = lines(summary).join('\n');
    expect(texts).toMatch(
      /, agents-stagingThe controller has not responded for /,
    );
    expect(texts).toContain('Live state may be incomplete');
    expect(summary).not.toHaveTextContent('healthy');
  });

  it('tells nothing from what is not known', async () => {
    api.rollouts.problems = [
      toMessage('problem', {
        id: 'nothingOfApplication',
        parameters: { application: 'agents', workloads: ['Deployment web'] },
      }),
    ];
    await render();
    expect(await find()).toHaveTextContent(/Missing.*Nothing is running/);
  });

  it('says that what is shown is old, as soon as it is', async () => {
    api.runs(deploymentStatus);
    await render();
    expect(await find()).toHaveTextContent('1 workload is healthy');
    await act(async () =>
      api.connections[0].send({
        type: 'target',
        target: deliveryTarget.id,
        state: 'stale',
        observedAt: '2026-01-01T12:00:00Z',
        problems: [problem('Cluster production does not answer.')],
      }),
    );
    expect(lines(await find())).toEqual([
      `Unknown${deliveryTarget.title}Not up to date`,
    ]);
  });

  it('is not there before anything is known', async () => {
    api.runs();
    await render();
    expect(
      screen.queryByRole('region', { name: 'Summary' }),
    ).not.toBeInTheDocument();
  });
});
