import { screen, waitFor, within } from '@testing-library/react';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import userEvent from '@testing-library/user-event';
import { conflict } from '../../__testUtils__/conflict';
import {
  CONTROLLERS_SWITCH,
  deliveryTarget,
} from '../../__testUtils__/deliveryTarget';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { proposal } from '../../__testUtils__/proposal';
import { responseError } from '../../__testUtils__/responseError';
import { findToggle, readyToggle, renderTab } from './__testUtils__/renderTab';

describe('ProgressiveDeliveryTab', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  describe('toggling', () => {
    it('previews the switch, opens the pull request and links to it', async () => {
      await renderTab(api);
      await user.click(await readyToggle('agents-controllers'));

      const page = await screen.findByRole('region', {
        name: 'Turn progressive delivery on for agents-controllers',
      });
      expect(
        await within(page).findByText(/becomes a Rollout of the same name/),
      ).toBeInTheDocument();
      expect(
        within(page).getByRole('group', { name: 'Values change' }),
      ).toHaveTextContent(
        'controllers.progressiveDelivery.enabledline 13false→true',
      );
      expect(
        within(page).getByText(
          'Values are hidden. You need the permission progressive-delivery.comparison.values.read to see them.',
        ),
      ).toBeInTheDocument();
      expect(
        within(page).getByRole('table', {
          name: 'Changes to Deployment agents-controllers → Rollout agents-controllers',
        }),
      ).toHaveTextContent(
        'spec.strategy.canary.stepsOnly in a Rolloutnot set- setWeight: 25',
      );
      expect(
        within(page).getByText('6 other documents are unchanged.'),
      ).toBeInTheDocument();
      expect(
        within(page).getByText(/helm v4\.2\.3 and kustomize v5\.8\.1/),
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
        within(page).getByRole('textbox', {
          name: 'Reason for the change (optional)',
        }),
        ' Safer releases ',
      );
      await user.click(
        within(page).getByRole('button', { name: 'Open pull request' }),
      );

      const link = await within(page).findByRole('link', {
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

      await user.click(
        within(page).getByRole('link', { name: 'All delivery targets' }),
      );
      await waitFor(async () =>
        expect(await findToggle('agents-controllers')).toHaveFocus(),
      );
      const row = screen.getByRole('row', { name: /agents-controllers/ });
      expect(
        within(row).getByRole('link', { name: /Pull request #3 turns it on/ }),
      ).toHaveAttribute('href', proposal.url);
      const toggle = within(row).getByRole('link', { name: /^Preview as/ });
      expect(toggle).toHaveAccessibleDescription(
        /^Off in Git Pull request #3 turns it on/,
      );
    });

    it('says that it leads to a preview, and where Git stands', async () => {
      await renderTab(api);

      const toggle = await readyToggle('agents-controllers');
      expect(toggle).toHaveTextContent('Preview as a Rollout');
      expect(toggle).toHaveAccessibleDescription('Off in Git');
      expect(toggle.getAttribute('href')).toMatch(
        /\/preview\/main\.argocd\.agents\/controllers\.progressiveDelivery\.enabled\?enabled=true$/,
      );
    });

    it('stands where Git stands before that is live, and leads back', async () => {
      const [target] = api.targets.targets;
      api.targets = {
        ...api.targets,
        targets: [
          {
            ...target,
            switches: target.switches.map(each => ({ ...each, enabled: true })),
            workloads: target.workloads.map(each => ({
              ...each,
              kindInGit: 'Rollout',
            })),
          },
        ],
      };
      await renderTab(api);

      const toggle = await readyToggle('agents-controllers');
      expect(toggle).toHaveTextContent('Preview as a Deployment');
      expect(toggle).toHaveAccessibleDescription('On in Git, not live yet');
      expect(toggle.getAttribute('href')).toMatch(/\?enabled=false$/);
    });

    it('has the focus again when somebody comes back', async () => {
      await renderTab(api);
      await user.click(await readyToggle('agents-controllers'));
      await user.click(await screen.findByRole('button', { name: 'Cancel' }));

      await waitFor(async () =>
        expect(await findToggle('agents-controllers')).toHaveFocus(),
      );
    });

    it('filters as before when somebody comes back', async () => {
      await renderTab(api, { path: '/?name=controllers' });
      await user.click(await readyToggle('agents-controllers'));
      await user.click(await screen.findByRole('button', { name: 'Cancel' }));

      await waitFor(async () =>
        expect(await findToggle('agents-controllers')).toHaveFocus(),
      );
      expect(
        screen.getByRole('searchbox', { name: 'Workload name' }),
      ).toHaveValue('controllers');
      expect(
        screen.queryByRole('row', { name: /^agents / }),
      ).not.toBeInTheDocument();
    });

    it('leaves the focus where it is when somebody comes from elsewhere', async () => {
      await renderTab(api);
      await readyToggle('agents-controllers');
      expect(document.body).toHaveFocus();
    });

    it('sends no description when there is no reason', async () => {
      await renderTab(api);
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
        await conflict({
          id: 'switchChanged',
          parameters: { switch: CONTROLLERS_SWITCH },
        }),
      );
      await renderTab(api);
      await user.click(await readyToggle('agents-controllers'));
      await user.click(
        await screen.findByRole('button', { name: 'Open pull request' }),
      );
      expect(await screen.findByRole('alert')).toHaveTextContent(
        /^This preview is out of date/,
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
      await renderTab(api);
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
      await renderTab(api);
      await user.click(await readyToggle('agents-controllers'));

      expect(
        await screen.findByText(/Git already has this value/),
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
      await renderTab(api);
      await user.click(await readyToggle('agents-controllers'));

      expect(
        await screen.findByText(
          /^Preview only: .*progressiveDelivery\.proposals\.enabled is false/,
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
      await renderTab(api);
      await user.click(await readyToggle('agents-controllers'));

      expect(await screen.findByRole('alert')).toHaveTextContent(
        'helm: missing chart',
      );
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect(
        await screen.findByRole('button', { name: 'Open pull request' }),
      ).toBeEnabled();
    });

    it("previews another component's switch, and says whose it is not", async () => {
      await renderTab(api);

      const toggle = await readyToggle('agents');
      expect(toggle).toHaveAccessibleDescription(
        /controlPlane\.progressiveDelivery\.enabled belongs to another component/,
      );
      expect(screen.getByText(/belongs to another component/)).toBeVisible();
    });

    it.each([
      {
        who: 'may not open pull requests, and lets them preview',
        missing: 'progressive-delivery.proposal.create',
        says: /You do not have permission to open pull requests/,
        leads: true,
      },
      {
        who: 'may not preview, and leads them nowhere',
        missing: 'progressive-delivery.comparison.read',
        says: /You do not have permission to preview changes/,
        leads: false,
      },
    ])('says so to those who $who', async ({ missing, says, leads }) => {
      // Another entity, since the answers of the permission policy are cached for each.
      await renderTab(api, {
        allowed: permission => permission !== missing,
        entity: { ...entity, metadata: { ...entity.metadata, name: missing } },
      });

      await waitFor(async () =>
        expect(
          await findToggle('agents-controllers'),
        ).toHaveAccessibleDescription(says),
      );
      expect(screen.getAllByText(says)).toHaveLength(1);
      const toggle = await findToggle('agents-controllers');
      expect(toggle.getAttribute('href') !== null).toBe(leads);
      expect(toggle.getAttribute('aria-disabled')).toBe(leads ? null : 'true');
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
                  field: 'helm.parameters (a)',
                  owner: 'Application agents',
                  path: 'a',
                },
              }),
            })),
          },
        ],
        unusable: [],
      };
      await renderTab(api);

      const toggle = await findToggle('agents-controllers');
      expect(toggle).toHaveAttribute('aria-disabled', 'true');
      expect(toggle).toHaveAccessibleDescription(
        'Off in Git helm.parameters (a) of Application agents sets a and wins over values files: change it there',
      );
    });

    it('says so where nobody knows whether there is an open pull request', async () => {
      api.getProposals.mockRejectedValue(new Error('offline'));
      await renderTab(api);

      const toggle = await readyToggle('agents-controllers');
      await waitFor(() =>
        expect(toggle).toHaveAccessibleDescription(/Could not find out/),
      );
    });

    it('is shown a pull request of somebody else as soon as a webhook tells of it', async () => {
      await renderTab(api);
      await readyToggle('agents-controllers');
      api.proposals = [proposal];
      const [connection] = api.connections;
      connection.send({
        type: 'target',
        target: deliveryTarget.id,
        state: 'live',
        observedAt: new Date().toISOString(),
        problems: [],
        pullRequestsChangedAt: '2026-01-02T03:04:05.000Z',
      });
      expect(
        await screen.findByRole('link', {
          name: /^Pull request #3 turns it on/,
        }),
      ).toBeInTheDocument();
    });
  });
});
