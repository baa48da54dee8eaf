import { screen, waitFor, within } from '@testing-library/react';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import userEvent from '@testing-library/user-event';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { problem } from '../../__testUtils__/problem';
import { mergedProposal } from '../../__testUtils__/proposal';
import { responseError } from '../../__testUtils__/responseError';
import { findToggle, readyToggle, renderTab } from './__testUtils__/renderTab';

describe('ProgressiveDeliveryTab', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  describe('draws every state of the targets:', () => {
    it('loading', async () => {
      api.getTargets.mockReturnValue(new Promise(() => {}));
      await renderTab(api);

      expect(
        screen.getByRole('status', { name: 'Loading delivery targets' }),
      ).toBeInTheDocument();
    });

    it('an entity without annotations, with an example of them', async () => {
      await renderTab(api, {
        entity: { ...entity, metadata: { name: 'agents', annotations: {} } },
      });

      expect(
        await screen.findByText(/does not say where it is deployed/),
      ).toBeInTheDocument();
      expect(screen.getByText(/argocd\/app-name/)).toBeInTheDocument();
      expect(api.getTargets).not.toHaveBeenCalled();
    });

    it('annotations that name nothing', async () => {
      api.targets = { targets: [], unusable: [] };
      await renderTab(api);

      expect(
        await screen.findByText('No delivery target was found'),
      ).toBeInTheDocument();
    });

    it('a Backstage that is not set up, with all that is missing and the lines to add', async () => {
      const setup = [
        toMessage('setup', { id: 'argocdMissing', parameters: {} }),
        toMessage('setup', { id: 'gitHostsMissing', parameters: {} }),
      ].map(message => ({
        message,
        yaml: `${message.id}: lines`,
        docs: 'https://example.com/docs#section',
      }));
      api.targets = { targets: [], unusable: [], setup };
      await renderTab(api);

      expect(
        await screen.findByText(/is not fully set up in this Backstage/),
      ).toBeInTheDocument();
      for (const { message, yaml } of setup) {
        const item = screen
          .getAllByRole('listitem')
          .find(({ textContent }) => textContent?.includes(message.text));
        expect(
          within(item!).getByRole('group', {
            name: 'Lines for the app-config',
          }),
        ).toHaveTextContent(yaml);
        expect(
          within(item!).getByRole('link', { name: /Documentation/ }),
        ).toHaveAttribute('href', 'https://example.com/docs#section');
      }
      expect(
        screen.queryByText('No delivery target was found'),
      ).not.toBeInTheDocument();
    });

    it('forbidden, with what the backend said and another try', async () => {
      api.getTargets.mockRejectedValueOnce(
        await responseError(403, 'NotAllowedError', 'Only for owners.'),
      );
      await renderTab(api);

      expect(
        await screen.findByText(
          'You do not have permission to see where this component is deployed',
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
      await renderTab(api);

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
      await renderTab(api);
      expect(
        await screen.findByText('Rendering the manifests from Git'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('heading', { name: 'agents' }),
      ).toBeInTheDocument();

      api.targets = { targets: [deliveryTarget], unusable: [] };
      await waitFor(
        () =>
          expect(
            screen.queryByText('Rendering the manifests from Git'),
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
      await renderTab(api);
      expect(
        await screen.findByText(
          `queue.progressiveDelivery.enabled: ${trial.text}`,
        ),
      ).toBeInTheDocument();
    });

    it('a target that cannot be used, with the ways to fix it', async () => {
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
      await renderTab(api);

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
          textContent?.endsWith("app-config:{ projects: ['*'] }"),
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
      await renderTab(api);

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
    await renderTab(api);

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

  it('says which namespace a workload is in where that is not the one of its target', async () => {
    const [first, ...others] = deliveryTarget.workloads;
    api.targets = {
      targets: [
        {
          ...deliveryTarget,
          workloads: [{ ...first, namespace: 'agents-jobs' }, ...others],
        },
      ],
      unusable: [],
    };
    await renderTab(api);
    expect(
      await screen.findByRole('rowheader', {
        name: `${first.name} in namespace agents-jobs`,
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('rowheader', { name: others[0].name }),
    ).toBeVisible();
  });

  it('leads to the Application in Argo CD where the installation says where that is', async () => {
    const url = 'https://argocd.example.com/applications/argocd/agents';
    api.targets = {
      targets: [
        {
          ...deliveryTarget,
          application: { ...deliveryTarget.application!, url },
        },
      ],
      unusable: [],
    };
    await renderTab(api);
    expect(
      await screen.findByRole('link', { name: /^Argo CD: Synced, Healthy/ }),
    ).toHaveAttribute('href', url);
  });

  it('shows how far a proposal has come', async () => {
    api.proposals = [mergedProposal];
    await renderTab(api);

    const journey = await screen.findByRole('list', {
      name: 'Progress of pull request #2',
    });
    expect(
      within(journey)
        .getAllByRole('listitem')
        .map(stage => stage.firstElementChild?.textContent),
    ).toEqual([
      'Pull request, done',
      'Merged, Opens in a new window, done',
      'Synced, current',
      'Kind changed, waiting',
      'Healthy, waiting',
      'Serving, waiting',
    ]);
    expect(
      screen.getByText(/^Waiting for Argo CD to apply the Rollout/),
    ).toBeInTheDocument();
    expect(await readyToggle('agents-controllers')).toBeInTheDocument();
  });
});
