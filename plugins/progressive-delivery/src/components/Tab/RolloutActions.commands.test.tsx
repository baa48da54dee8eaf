import {
  RolloutStatus,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { within } from '@testing-library/react';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import {
  pausedRollout,
  promotedRollout,
  stepsAt,
} from '../../__testUtils__/rolloutStatus';
import { actingTab } from './__testUtils__/actingTab';

/** All of it is of one revision. */
const healthyRollout: RolloutStatus = {
  ...pausedRollout,
  phase: 'Healthy',
  message: undefined,
  actions: pausedRollout.actions.map(({ action }) =>
    action === 'restart' || action === 'pause'
      ? { action, state: 'possible' }
      : {
          action,
          state: 'impossible',
          because: toMessage('actionRefusal', {
            id: 'nothingToPromote',
            parameters: {},
          }),
        },
  ),
  pauses: [],
  steps: stepsAt(4),
  stepIndex: 4,
  revisions: [{ ...pausedRollout.revisions[0], role: 'stable' }],
};

describe('Commands', () => {
  let api: FakeProgressiveDeliveryApi;
  const { becomes, choose, findDialog, press, show, user } = actingTab(
    () => api,
  );

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  describe('the command', () => {
    it('is in the dialog, for those who would rather run it', async () => {
      await show(pausedRollout);
      await press('Promote');
      const dialog = await findDialog('Promote');
      expect(dialog).not.toHaveTextContent('kubectl');
      await user.click(
        within(dialog).getByRole('button', { name: 'Or run it yourself' }),
      );

      expect(
        within(
          within(dialog).getByRole('group', { name: 'Promote: continue' }),
        ).getByText(
          'kubectl argo rollouts promote agents-controllers -n agents --context production',
        ),
      ).toBeInTheDocument();
      expect(dialog).toHaveTextContent(
        'It may have another name in your kubeconfig.',
      );
      expect(
        within(dialog).getByRole('button', {
          name: 'Copy the command: Promote',
        }),
      ).toBeInTheDocument();
    });

    it('is not there where it would do it to what nobody has looked at', async () => {
      await show(pausedRollout);
      await press('Abort');
      const dialog = await findDialog('Abort');
      await becomes(promotedRollout);
      await within(dialog).findByRole('alert');
      expect(
        within(dialog).queryByRole('button', { name: 'Or run it yourself' }),
      ).not.toBeInTheDocument();
    });

    it('undoes what is not offered here', async () => {
      await show(pausedRollout);
      await choose(/Undo/);
      const dialog = await findDialog('Undo');
      await user.click(
        within(dialog).getByRole('button', { name: 'Or run it yourself' }),
      );
      expect(
        within(dialog).getByText(
          'kubectl argo rollouts undo agents-controllers -n agents --context production',
        ),
      ).toBeInTheDocument();
    });
  });

  describe('who may not', () => {
    const command =
      'kubectl argo rollouts promote agents-controllers -n agents --context production';
    // Another entity, since the answers of the permission policy are cached for each.
    const mayNot = {
      allowed: false,
      entity: { ...entity, metadata: { ...entity.metadata, name: 'third' } },
    };
    const buttonsIn = (region: HTMLElement) =>
      within(region)
        .getAllByRole('button')
        .map(button => button.getAttribute('aria-label') ?? button.textContent);
    const commandsIn = (list: HTMLElement) =>
      within(list)
        .getAllByRole('definition')
        .map(({ textContent }) => textContent);

    it('sees the command without the permission', async () => {
      const region = await show(pausedRollout, mayNot);
      expect(await within(region).findByText(command)).toBeInTheDocument();
      expect(
        within(region).getByText(/Ask the owners of this component/),
      ).toBeInTheDocument();
      expect(
        within(region).getByText(
          'The context is named production, as Backstage calls this cluster. It may have another name in your kubeconfig.',
        ),
      ).toBeInTheDocument();
      expect(buttonsIn(region)).toEqual([
        'Copy the command: Promote',
        'Copy the command: Abort',
        'More commands',
        '4 pods',
        'YAML',
      ]);
    });

    it('can unfold the others', async () => {
      const region = await show(pausedRollout, mayNot);
      await press('More commands');
      expect(
        commandsIn(
          within(region).getByLabelText('More commands for agents-controllers'),
        ),
      ).toEqual([
        'kubectl argo rollouts promote agents-controllers --full -n agents --context production',
        'kubectl argo rollouts pause agents-controllers -n agents --context production',
        'kubectl argo rollouts undo agents-controllers -n agents --context production',
      ]);
    });

    it('is told of commands in one word where there is nothing to decide', async () => {
      const region = await show(healthyRollout, mayNot);
      expect(
        within(region).queryByText(/Ask the owners of this component/),
      ).not.toBeInTheDocument();
      await press('kubectl commands');
      expect(
        within(region).getByText(/Ask the owners of this component/),
      ).toBeInTheDocument();
      expect(
        within(region).getByText(/^kubectl argo rollouts restart /),
      ).toBeInTheDocument();
    });

    it('sees it for what another component’s switch moves', async () => {
      const region = await show({ ...pausedRollout, name: 'agents' });
      expect(
        await within(region).findByText(
          /controlPlane\.progressiveDelivery\.enabled\. Open that component to change it/,
        ),
      ).toBeInTheDocument();
      expect(
        within(region).getByText(
          'kubectl argo rollouts promote agents -n agents --context production',
        ),
      ).toBeInTheDocument();
      expect(
        within(region).queryByRole('button', { name: 'Promote' }),
      ).not.toBeInTheDocument();
    });
  });
});
