import { act, screen, waitFor, within } from '@testing-library/react';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import userEvent from '@testing-library/user-event';
import {
  CONTROLLERS_SWITCH,
  deliveryTarget,
} from '../../__testUtils__/deliveryTarget';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { problem } from '../../__testUtils__/problem';
import { mergedProposal, proposal } from '../../__testUtils__/proposal';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { responseError } from '../../__testUtils__/responseError';
import {
  abortedRollout,
  deploymentStatus,
  pausedRollout,
  stepsAt,
} from '../../__testUtils__/rolloutStatus';
import { ProgressiveDeliveryTab } from './ProgressiveDeliveryTab';

const findToggle = (workload: string) =>
  screen.findByRole('checkbox', {
    name: `Progressive delivery for ${workload}`,
  });

const readyToggle = async (workload: string) => {
  const toggle = await findToggle(workload);
  await waitFor(() => expect(toggle).toBeEnabled());
  return toggle;
};

describe('ProgressiveDeliveryTab', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  const render = (
    options: Omit<Parameters<typeof renderOnEntityPage>[1], 'api'> = {},
  ) => renderOnEntityPage(<ProgressiveDeliveryTab />, { api, ...options });

  const runs = (...rollouts: typeof api.rollouts.rollouts) =>
    api.runs(...rollouts);

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  describe('draws every state of the targets:', () => {
    it('loading', async () => {
      api.getTargets.mockReturnValue(new Promise(() => {}));
      await render();

      expect(
        screen.getByRole('status', { name: 'Loading delivery targets' }),
      ).toBeInTheDocument();
    });

    it('an entity without annotations, with an example of them', async () => {
      await render({
        entity: { ...entity, metadata: { name: 'agents', annotations: {} } },
      });

      expect(
        await screen.findByText(/does not say where it is delivered to/),
      ).toBeInTheDocument();
      expect(screen.getByText(/argocd\/app-name/)).toBeInTheDocument();
      expect(api.getTargets).not.toHaveBeenCalled();
    });

    it('annotations that name nothing', async () => {
      api.targets = { targets: [], unusable: [] };
      await render();

      expect(
        await screen.findByText('No delivery target was found'),
      ).toBeInTheDocument();
    });

    it('forbidden, with what the backend said and another try', async () => {
      api.getTargets.mockRejectedValueOnce(
        await responseError(403, 'NotAllowedError', 'Only for owners.'),
      );
      await render();

      expect(
        await screen.findByText(
          'You may not see where this component is delivered to',
        ),
      ).toBeInTheDocument();
      expect(screen.getByText(/Only for owners\./)).toBeInTheDocument();

      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect(
        await screen.findByRole('heading', { name: 'agents' }),
      ).toBeInTheDocument();
    });

    it('an error', async () => {
      api.getTargets.mockRejectedValue(
        await responseError(503, 'ServiceUnavailableError', 'No Argo CD.'),
      );
      await render();

      expect(
        await screen.findByText(/The delivery targets could not be loaded/),
      ).toBeInTheDocument();
      expect(screen.getByText('No Argo CD.')).toBeInTheDocument();
    });

    it('a target that is still rendered, with the rest of it, and all of it as soon as it is known', async () => {
      api.targets = {
        targets: [
          {
            ...deliveryTarget,
            workloads: [],
            rendering: { state: 'pending' },
          },
        ],
        unusable: [],
      };
      await render();
      expect(
        await screen.findByText('Rendering what Git holds'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('heading', { name: 'agents' }),
      ).toBeInTheDocument();

      api.targets = { targets: [deliveryTarget], unusable: [] };
      await waitFor(
        () =>
          expect(
            screen.queryByText('Rendering what Git holds'),
          ).not.toBeInTheDocument(),
        { timeout: 5_000 },
      );
      expect(await findToggle('agents-controllers')).toBeInTheDocument();
    });

    it('switches that move nothing, with why', async () => {
      const trial = toMessage('switchTrial', {
        id: 'dependencyDisabled',
        parameters: { condition: 'queue.enabled' },
      });
      api.targets = {
        targets: [
          {
            ...deliveryTarget,
            switches: [
              ...deliveryTarget.switches,
              {
                ...deliveryTarget.switches[0],
                id: 'queue.progressiveDelivery.enabled',
                trial: { state: 'same', message: trial },
              },
            ],
          },
        ],
        unusable: [],
      };
      await render();
      expect(
        await screen.findByText(
          `queue.progressiveDelivery.enabled: ${trial.text}`,
        ),
      ).toBeInTheDocument();
    });

    it('a target that cannot be used, with the ways to mend it', async () => {
      api.targets = {
        targets: [deliveryTarget],
        unusable: [
          {
            reference: 'argocd/app-name: agents-eu',
            reason: 'not-allowed',
            message: toMessage('unusable', {
              id: 'overlayNotAllowed',
              parameters: { entity: 'component:default/agents' },
            }),
            problems: [problem('It is of another team.')],
            remedies: [
              toMessage('remedy', {
                id: 'addAllowRule',
                parameters: { yaml: "{ projects: ['*'] }" },
              }),
              toMessage('remedy', { id: 'nameApplication', parameters: {} }),
            ],
          },
        ],
      };
      await render();

      expect(
        await screen.findByText('argocd/app-name: agents-eu cannot be used'),
      ).toBeInTheDocument();
      expect(
        screen.getByText(
          /^Not allowed: No rule .* lets component:default\/agents use this repository and namespace\. It is of another team\./,
        ),
      ).toBeInTheDocument();
      const rule = screen
        .getAllByRole('listitem')
        .find(({ textContent }) =>
          textContent?.includes("app-config: { projects: ['*'] }"),
        );
      expect(
        within(rule!).getByRole('button', { name: 'Copy' }),
      ).toBeInTheDocument();
      expect(
        screen.getByText(/Name the Argo CD Application that delivers it/),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('heading', { name: 'agents' }),
      ).toBeInTheDocument();
    });

    it('several targets, each with its own problems', async () => {
      api.targets = {
        targets: [
          deliveryTarget,
          {
            ...deliveryTarget,
            id: 'main.argocd.agents-staging',
            title: 'agents-staging',
            problems: [problem('The repository does not answer.')],
          },
        ],
        unusable: [],
      };
      await render();

      const staging = await screen.findByRole('region', {
        name: 'agents-staging',
      });
      expect(
        within(staging).getByText('The repository does not answer.'),
      ).toBeInTheDocument();
      expect(
        within(screen.getByRole('region', { name: 'agents' })).queryByText(
          'The repository does not answer.',
        ),
      ).not.toBeInTheDocument();
    });
  });

  it('shows where a target is, what it is built from, and its workloads', async () => {
    await render();

    const target = await screen.findByRole('region', { name: 'agents' });
    expect(within(target).getByText('production / agents')).toBeInTheDocument();
    expect(
      within(target).getByText('Argo CD: Synced, Healthy'),
    ).toBeInTheDocument();
    expect(target).toHaveTextContent(
      'argocd/applications/agents at main, commit 0123456',
    );
    const row = within(target).getByRole('row', { name: /agents-controllers/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .slice(0, 2)
        .map(cell => cell.textContent),
    ).toEqual(['Deployment', 'Deployment']);
  });

  describe('toggling', () => {
    it('previews the switch, opens the pull request and links to it', async () => {
      await render();
      await user.click(await readyToggle('agents-controllers'));

      const dialog = await screen.findByRole('dialog', {
        name: 'Turn progressive delivery on for agents-controllers',
      });
      expect(
        await within(dialog).findByText(/becomes a Rollout of the same name/),
      ).toBeInTheDocument();
      expect(
        within(dialog).getByRole('group', { name: 'Values change' }),
      ).toHaveTextContent(
        'controllers.progressiveDelivery.enabledline 13false→true',
      );
      expect(
        within(dialog).getByText(
          'Values are hidden. The permission progressive-delivery.comparison.values.read shows them.',
        ),
      ).toBeInTheDocument();
      expect(
        within(dialog).getByRole('table', {
          name: 'Changes of Deployment agents-controllers → Rollout agents-controllers',
        }),
      ).toHaveTextContent(
        'spec.strategy.canary.stepsOnly a Rollout has itnot set- setWeight: 25',
      );
      expect(
        within(dialog).getByText('6 other documents stay the same.'),
      ).toBeInTheDocument();
      expect(
        within(dialog).getByText(/helm v4\.2\.3, kustomize v5\.8\.1/),
      ).toBeInTheDocument();
      expect(api.getComparison.mock.calls[0].slice(0, 2)).toEqual([
        {
          entity: {
            kind: 'Component',
            namespace: 'default',
            name: 'agents-controllers',
          },
          target: 'main.argocd.agents',
        },
        { switch: CONTROLLERS_SWITCH, enabled: true },
      ]);

      await user.type(
        within(dialog).getByRole('textbox', { name: 'Reason (optional)' }),
        ' Safer releases ',
      );
      await user.click(
        within(dialog).getByRole('button', { name: 'Open pull request' }),
      );

      const link = await within(dialog).findByRole('link', {
        name: /Pull request #3 opened/,
      });
      expect(link).toHaveAttribute('href', proposal.url);
      expect(link).toHaveFocus();
      expect(api.createProposal.mock.calls[0][1]).toEqual({
        switch: CONTROLLERS_SWITCH,
        enabled: true,
        digest: 'sha256:5a1',
        profile: 'profile-1',
        description: 'Safer releases',
      });

      await user.click(within(dialog).getByRole('button', { name: 'Close' }));
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      const row = screen.getByRole('row', { name: /agents-controllers/ });
      expect(
        within(row).getByRole('link', { name: /Pull request #3 open/ }),
      ).toHaveAttribute('href', proposal.url);
      expect(within(row).queryByRole('checkbox')).not.toBeInTheDocument();
    });

    it('sends no description when there is no reason', async () => {
      await render();
      await user.click(await readyToggle('agents-controllers'));
      await user.click(
        await screen.findByRole('button', { name: 'Open pull request' }),
      );

      await screen.findByRole('link', { name: /Pull request #3 opened/ });
      expect(api.createProposal.mock.calls[0][1]).not.toHaveProperty(
        'description',
      );
    });

    it('previews again when the preview is out of date', async () => {
      api.createProposal.mockRejectedValueOnce(
        await responseError(409, 'ConflictError', 'The overlay has changed.'),
      );
      await render();
      await user.click(await readyToggle('agents-controllers'));
      await user.click(
        await screen.findByRole('button', { name: 'Open pull request' }),
      );
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The overlay has changed.',
      );
      expect(
        screen.getByRole('button', { name: 'Open pull request' }),
      ).toBeDisabled();

      api.comparison = { ...api.comparison, digest: 'sha256:new' };
      await user.click(screen.getByRole('button', { name: 'Preview again' }));
      await user.click(
        await screen.findByRole('button', { name: 'Open pull request' }),
      );

      await screen.findByRole('link', { name: /Pull request #3 opened/ });
      expect(api.createProposal.mock.calls[1][1].digest).toBe('sha256:new');
    });

    it('says why the pull request could not be opened, and lets one try again', async () => {
      api.createProposal.mockRejectedValueOnce(
        await responseError(503, 'ServiceUnavailableError', 'Gitea is down.'),
      );
      await render();
      await user.click(await readyToggle('agents-controllers'));
      const open = await screen.findByRole('button', {
        name: 'Open pull request',
      });
      await user.click(open);

      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Gitea is down.',
      );
      expect(open).toBeEnabled();
    });

    it('offers nothing when Git holds the value already', async () => {
      api.comparison = { ...api.comparison, alreadySet: true };
      await render();
      await user.click(await readyToggle('agents-controllers'));

      expect(
        await screen.findByText(/Git holds this value already/),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: 'Open pull request' }),
      ).not.toBeInTheDocument();
    });

    it('only previews where this installation opens no pull requests, and says so', async () => {
      api.targets = {
        ...api.targets,
        targets: api.targets.targets.map(target => ({
          ...target,
          enabled: { proposals: false, actions: true },
        })),
      };
      await render();
      await user.click(await readyToggle('agents-controllers'));

      expect(
        await screen.findByText(
          /Preview only: progressiveDelivery\.proposals\.enabled is false/,
        ),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: 'Open pull request' }),
      ).not.toBeInTheDocument();
    });

    it('says why the preview could not be made, and tries again', async () => {
      api.getComparison.mockRejectedValueOnce(
        await responseError(400, 'InputError', 'helm: missing chart'),
      );
      await render();
      await user.click(await readyToggle('agents-controllers'));

      expect(await screen.findByRole('alert')).toHaveTextContent(
        'helm: missing chart',
      );
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect(
        await screen.findByRole('button', { name: 'Open pull request' }),
      ).toBeEnabled();
    });

    it("is not for another component's switch", async () => {
      await render();

      const toggle = await findToggle('agents');
      expect(toggle).toBeDisabled();
      expect(toggle).toHaveAccessibleDescription(
        /controlPlane\.progressiveDelivery\.enabled belongs to another component/,
      );
    });

    it('is not for those without permission', async () => {
      // Another entity, since the answers of the permission policy are cached for each.
      await render({
        allowed: false,
        entity: { ...entity, metadata: { ...entity.metadata, name: 'other' } },
      });

      const toggle = await findToggle('agents-controllers');
      await waitFor(() =>
        expect(toggle).toHaveAccessibleDescription(
          /You may not open pull requests/,
        ),
      );
      expect(toggle).toBeDisabled();
    });

    it('is not for what cannot be proposed', async () => {
      api.targets = {
        targets: [
          {
            ...deliveryTarget,
            switches: deliveryTarget.switches.map(deliverySwitch => ({
              ...deliverySwitch,
              notProposable: toMessage('notProposable', {
                id: 'setElsewhere',
                parameters: {
                  by: 'helm.parameters (a) of the Application',
                  path: 'a',
                },
              }),
            })),
          },
        ],
        unusable: [],
      };
      await render();

      const toggle = await findToggle('agents-controllers');
      expect(toggle).toBeDisabled();
      expect(toggle).toHaveAccessibleDescription(
        'helm.parameters (a) of the Application sets a and wins over values files: change it there',
      );
    });

    it('waits until it is known whether there is an open pull request', async () => {
      api.getProposals.mockRejectedValue(new Error('offline'));
      await render();

      const toggle = await findToggle('agents-controllers');
      await waitFor(() =>
        expect(toggle).toHaveAccessibleDescription(/could not be found out/),
      );
      expect(toggle).toBeDisabled();
    });
  });

  it('shows how far a proposal has come', async () => {
    api.proposals = [mergedProposal];
    await render();

    const journey = await screen.findByRole('list', {
      name: 'Journey of pull request #2',
    });
    expect(
      within(journey)
        .getAllByRole('listitem')
        .map(stage => stage.textContent),
    ).toEqual([
      'Pull request, done',
      'Merged, done',
      'Synced, current',
      'Kind changed, waiting',
      'Healthy, waiting',
    ]);
    expect(
      screen.getByText('Waiting for Argo CD to apply the Rollout'),
    ).toBeInTheDocument();
    expect(await readyToggle('agents-controllers')).toBeInTheDocument();
  });

  describe('what runs', () => {
    const findRollout = () =>
      screen.findByRole('region', { name: 'Rollout agents-controllers' });
    const stepTexts = (region: HTMLElement) =>
      within(within(region).getByRole('list', { name: 'Canary steps' }))
        .getAllByRole('listitem')
        .map(step => step.textContent);

    it('shows a canary that waits: phase, message, weight, steps, pods, and what to do', async () => {
      runs(deploymentStatus, pausedRollout);
      await render();

      const region = await findRollout();
      expect(within(region).getByText('Paused')).toBeInTheDocument();
      expect(within(region).getByText('CanaryPauseStep')).toBeInTheDocument();
      expect(
        within(region).getByText('Canary weight: 25 % set, 25 % actual'),
      ).toBeInTheDocument();
      expect(within(region).getByText('Step 2 of 4')).toBeInTheDocument();
      expect(stepTexts(region)).toEqual([
        'Set weight to 25 %, done',
        'Pause until promoted, current',
        'Set weight to 50 %, waiting',
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
      runs({
        ...pausedRollout,
        phase: 'Progressing',
        steps: stepsAt(0),
        stepIndex: 0,
      });
      await render();

      const region = await findRollout();
      expect(within(region).getByText('Step 1 of 4')).toBeInTheDocument();
      expect(stepTexts(region)[0]).toBe('Set weight to 25 %, current');
      expect(within(region).queryByText(/steps done/)).not.toBeInTheDocument();
    });

    it('draws an aborted canary as degraded, not as finished, and names the failing pod', async () => {
      runs(abortedRollout);
      await render();

      const region = await findRollout();
      expect(within(region).getByText('Degraded')).toBeInTheDocument();
      expect(
        within(region).getByText(
          /^Aborted; at which of its 4 steps is not known any more, .* ago$/,
        ),
      ).toBeInTheDocument();
      expect(
        within(region).getByText('The 4 steps did not finish'),
      ).toBeInTheDocument();
      expect(
        within(region).getAllByText(
          'agents-controllers-7f6b-0: CrashLoopBackOff, not ready, 5 restarts',
        ).length,
      ).toBeGreaterThan(0);
    });

    it('says when all steps are done', async () => {
      runs({
        ...pausedRollout,
        phase: 'Healthy',
        steps: stepsAt(4),
        stepIndex: 4,
        weight: { set: 100, actual: 100 },
      });
      await render();

      const region = await findRollout();
      expect(within(region).getByText('All 4 steps done')).toBeInTheDocument();
      expect(
        within(region).queryByText(/Canary weight/),
      ).not.toBeInTheDocument();
    });

    it('tells a problem from nothing there', async () => {
      runs();
      api.rollouts.problems = [problem('Pods may not be listed in agents.')];
      await render();

      expect(
        await screen.findByText('Pods may not be listed in agents.'),
      ).toBeInTheDocument();
      expect(screen.queryByText('Nothing runs here.')).not.toBeInTheDocument();
    });

    it('shows changes as they come, and reads them out', async () => {
      runs(pausedRollout);
      await render();
      const region = await findRollout();
      const target = screen.getByRole('region', { name: 'agents' });
      const asked = api.getTargets.mock.calls.length;

      await act(async () =>
        runs({ ...pausedRollout, phase: 'Healthy', message: undefined }),
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
      runs(pausedRollout);
      await render();
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

      runs({ ...pausedRollout, phase: 'Healthy', message: undefined });
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
      runs(pausedRollout);
      await render();
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
      runs(pausedRollout);
      await render();
      const region = await findRollout();

      runs({ ...pausedRollout, phase: 'Healthy', message: undefined });
      expect(
        await within(region).findByText('Healthy', undefined, {
          timeout: 6000,
        }),
      ).toBeInTheDocument();
    });

    it('asks for the target again when another kind runs', async () => {
      runs(deploymentStatus);
      await render();
      await screen.findByRole('region', { name: 'Deployment agents' });
      await readyToggle('agents-controllers');
      const asked = api.getTargets.mock.calls.length;

      await act(async () => runs(deploymentStatus, pausedRollout));
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
      await render();

      expect(await screen.findByText(/As of 2\d s ago/)).toBeInTheDocument();
    });

    it('does not call old what is being watched', async () => {
      api.rollouts.observedAt = new Date(Date.now() - 25_000).toISOString();
      await render();

      await screen.findByRole('region', { name: 'Deployment agents' });
      expect(screen.queryByText(/As of/)).not.toBeInTheDocument();
    });

    it.each([
      [403, 'Not yours any more.', 'Not yours any more.'],
      [
        401,
        'Expired.',
        'Your sign-in is over. Sign in again to see what runs.',
      ],
    ])(
      'no longer shows what may no longer be seen (%d)',
      async (statusCode, message, shown) => {
        await render();
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
