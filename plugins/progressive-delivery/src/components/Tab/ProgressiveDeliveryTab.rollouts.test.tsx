import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { problem } from '../../__testUtils__/problem';
import { responseError } from '../../__testUtils__/responseError';
import {
  abortedRollout,
  deploymentStatus,
  pausedRollout,
  stepsAt,
} from '../../__testUtils__/rolloutStatus';
import { readyToggle, renderTab } from './__testUtils__/renderTab';

describe('ProgressiveDeliveryTab', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  describe('what runs', () => {
    const findRollout = () =>
      screen.findByRole('region', { name: 'Rollout agents-controllers' });
    const stepTexts = (region: HTMLElement) =>
      within(within(region).getByRole('list', { name: 'Canary steps' }))
        .getAllByRole('listitem')
        .map(step => step.textContent);

    it('shows a canary that waits: phase, weight, steps, pods, and what to do', async () => {
      api.runs(deploymentStatus, pausedRollout);
      await renderTab(api);

      const region = await findRollout();
      expect(within(region).getByText('Paused')).toBeInTheDocument();
      // The sentence says the same.
      expect(within(region).queryByText('CanaryPauseStep')).toBeNull();
      expect(
        within(region).getByText('Canary weight: 25% set, 25% actual'),
      ).toBeInTheDocument();
      expect(within(region).getByText('Step 2 of 4')).toBeInTheDocument();
      expect(stepTexts(region)).toEqual([
        'Set weight to 25%, done',
        'Pause until promoted, current',
        'Set weight to 50%, waiting',
        'Pause for 30s, waiting',
      ]);
      expect(
        within(region).getByText('agents-controllers:1.1.0'),
      ).toBeInTheDocument();
      expect(
        within(
          within(region).getByRole('list', {
            name: 'Pods of agents-controllers-86d4',
          }),
        ).getAllByRole('listitem'),
      ).toHaveLength(3);
      expect(
        await within(region).findByRole('button', { name: 'Promote' }),
      ).toBeInTheDocument();
      expect(
        within(
          screen.getByRole('region', { name: 'Deployment agents' }),
        ).getByText('Healthy'),
      ).toBeInTheDocument();
    });

    it('draws step 0 as current, not as done', async () => {
      api.runs({
        ...pausedRollout,
        phase: 'Progressing',
        steps: stepsAt(0),
        stepIndex: 0,
      });
      await renderTab(api);

      const region = await findRollout();
      expect(within(region).getByText('Step 1 of 4')).toBeInTheDocument();
      expect(stepTexts(region)[0]).toBe('Set weight to 25%, current');
      expect(within(region).queryByText(/steps done/)).not.toBeInTheDocument();
    });

    it('draws an aborted canary as degraded, not as finished, and names the failing pod', async () => {
      api.runs(abortedRollout);
      await renderTab(api);

      const region = await findRollout();
      expect(within(region).getByText('Degraded')).toBeInTheDocument();
      expect(
        within(region).getByText(
          /^Aborted; it is no longer known which of its 4 steps it had reached, .* ago$/,
        ),
      ).toBeInTheDocument();
      expect(
        within(region).getByText('Not all 4 steps were completed'),
      ).toBeInTheDocument();
      expect(
        within(region).getAllByText(
          'agents-controllers-7f6b-0: CrashLoopBackOff, not ready, 5 restarts',
        ).length,
      ).toBeGreaterThan(0);
    });

    it('says when all steps are done', async () => {
      api.runs({
        ...pausedRollout,
        phase: 'Healthy',
        steps: stepsAt(4),
        stepIndex: 4,
        weight: { set: 100, actual: 100 },
      });
      await renderTab(api);

      const region = await findRollout();
      expect(within(region).getByText('All 4 steps done')).toBeInTheDocument();
      expect(
        within(region).queryByText(/Canary weight/),
      ).not.toBeInTheDocument();
    });

    it('tells a problem from nothing there', async () => {
      api.runs();
      api.rollouts.problems = [problem('Pods may not be listed in agents.')];
      await renderTab(api);

      expect(
        await screen.findByText('Pods may not be listed in agents.'),
      ).toBeInTheDocument();
      expect(
        screen.queryByText('Nothing is running here.'),
      ).not.toBeInTheDocument();
    });

    it('shows changes as they come, and reads them out', async () => {
      api.runs(pausedRollout);
      await renderTab(api);
      const region = await findRollout();
      const target = screen.getByRole('region', { name: 'agents' });
      const asked = api.getTargets.mock.calls.length;

      await act(async () =>
        api.runs({ ...pausedRollout, phase: 'Healthy', message: undefined }),
      );
      expect(within(region).getByText('Healthy')).toBeInTheDocument();
      expect(
        within(target)
          .getAllByRole('status')
          .map(status => status.textContent)
          .join(),
      ).toContain('Rollout agents-controllers is Healthy.');
      // What Argo CD says in the header has changed with it.
      await waitFor(() =>
        expect(api.getTargets).toHaveBeenCalledTimes(asked + 1),
      );
      expect(api.streamRollouts).toHaveBeenCalledTimes(1);
      expect(api.getRollouts).not.toHaveBeenCalled();
    });

    it('keeps the last data while the connection is broken, says so, and catches up', async () => {
      api.runs(pausedRollout);
      await renderTab(api);
      const region = await findRollout();

      api.streamRollouts.mockRejectedValueOnce(
        await responseError(502, 'Error', 'The backend does not answer.'),
      );
      await act(async () =>
        api.connections[0].fail(new Error('network error')),
      );
      expect(screen.getByText(/Not up to date since/)).toBeInTheDocument();
      expect(screen.getByText('network error')).toBeInTheDocument();
      expect(within(region).getByText('Paused')).toBeInTheDocument();
      expect(
        await screen.findByText('The backend does not answer.'),
      ).toBeInTheDocument();

      api.runs({ ...pausedRollout, phase: 'Healthy', message: undefined });
      expect(
        await within(region).findByText('Healthy', undefined, {
          timeout: 6000,
        }),
      ).toBeInTheDocument();
      expect(
        screen.queryByText(/Not up to date since/),
      ).not.toBeInTheDocument();
    });

    it('says which target is not up to date when its cluster cannot be watched', async () => {
      api.runs(pausedRollout);
      await renderTab(api);
      await findRollout();

      await act(async () =>
        api.connections[0].send({
          type: 'target',
          target: deliveryTarget.id,
          state: 'stale',
          observedAt: '2026-01-01T12:00:00Z',
          problems: [problem('Cluster production does not answer.')],
        }),
      );

      expect(screen.getByText(/Not up to date since/)).toBeInTheDocument();
      expect(
        screen.getByText('Cluster production does not answer.'),
      ).toBeInTheDocument();
      expect(await findRollout()).toBeInTheDocument();
    });

    it('asks again and again where there is no stream', async () => {
      api.streamRollouts.mockRejectedValue(
        await responseError(404, 'NotFoundError', 'No such route.'),
      );
      api.runs(pausedRollout);
      await renderTab(api);
      const region = await findRollout();

      api.runs({ ...pausedRollout, phase: 'Healthy', message: undefined });
      expect(
        await within(region).findByText('Healthy', undefined, {
          timeout: 6000,
        }),
      ).toBeInTheDocument();
    });

    it('asks for the target again when another kind runs', async () => {
      api.runs(deploymentStatus);
      await renderTab(api);
      await screen.findByRole('region', { name: 'Deployment agents' });
      await readyToggle('agents-controllers');
      const asked = api.getTargets.mock.calls.length;

      await act(async () => api.runs(deploymentStatus, pausedRollout));
      await findRollout();

      await waitFor(() =>
        expect(api.getTargets.mock.calls.length).toBeGreaterThan(asked),
      );
    });

    it('tells how old the data is, where it has to ask for it and it is old', async () => {
      api.streamRollouts.mockRejectedValue(
        await responseError(404, 'NotFoundError', 'No such route.'),
      );
      api.rollouts.observedAt = new Date(Date.now() - 25_000).toISOString();
      await renderTab(api);

      expect(await screen.findByText(/As of 2\ds ago/)).toBeInTheDocument();
    });

    it('does not call old what is being watched', async () => {
      api.rollouts.observedAt = new Date(Date.now() - 25_000).toISOString();
      await renderTab(api);

      await screen.findByRole('region', { name: 'Deployment agents' });
      expect(screen.queryByText(/As of/)).not.toBeInTheDocument();
    });

    it.each([
      [403, 'Not yours any more.', 'Not yours any more.'],
      [
        401,
        'Expired.',
        'Your session has expired. Sign in again to see the live state.',
      ],
    ])(
      'no longer shows what may no longer be seen (%d)',
      async (statusCode, message, shown) => {
        await renderTab(api);
        await screen.findByRole('region', { name: 'Deployment agents' });

        api.streamRollouts.mockRejectedValueOnce(
          await responseError(statusCode, 'Error', message),
        );
        await act(async () => api.connections[0].close());

        expect(await screen.findByText(shown)).toBeInTheDocument();
        expect(
          screen.queryByRole('region', { name: 'Deployment agents' }),
        ).not.toBeInTheDocument();

        await user.click(screen.getByRole('button', { name: 'Try again' }));
        expect(
          await screen.findByRole('region', { name: 'Deployment agents' }),
        ).toBeInTheDocument();
      },
    );
  });
});
