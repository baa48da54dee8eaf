import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import { responseError } from '../../../__testUtils__/responseError';
import {
  deploymentStatus,
  pausedRollout,
} from '../../../__testUtils__/rolloutStatus';
import { showRollout } from '../../../__testUtils__/showRollout';

const YAML = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
spec:
  replicas: 3
  message: |-
    key: of no mapping
`;

describe('the YAML of a Rollout', () => {
  const user = userEvent.setup();
  let api: FakeProgressiveDeliveryApi;
  const open = async () => {
    await showRollout(pausedRollout, { api });
    await user.click(screen.getByRole('button', { name: 'YAML' }));
    return screen.findByRole('table', { name: 'YAML of agents-controllers' });
  };

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    api.manifest = {
      observedAt: new Date().toISOString(),
      yaml: YAML,
      masked: false,
      shortened: false,
    };
  });

  it('is asked for when somebody opens it, and anew each time', async () => {
    await showRollout(pausedRollout, { api });
    expect(api.getRolloutManifest).not.toHaveBeenCalled();
    const toggle = screen.getByRole('button', { name: 'YAML' });
    await user.click(toggle);
    const table = await screen.findByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual(
      YAML.trimEnd()
        .split('\n')
        .map((line, index) => `${index + 1}${line}`),
    );
    expect(api.getRolloutManifest).toHaveBeenCalledWith(
      expect.objectContaining({ target: 'main.argocd.agents' }),
      { namespace: pausedRollout.namespace, name: pausedRollout.name },
      expect.anything(),
    );
    await user.click(toggle);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await user.click(toggle);
    await screen.findByRole('table');
    expect(api.getRolloutManifest).toHaveBeenCalledTimes(2);
  });

  it('has its place while it loads', async () => {
    api.getRolloutManifest.mockReturnValue(new Promise(() => {}));
    await showRollout(pausedRollout, { api });
    await user.click(screen.getByRole('button', { name: 'YAML' }));
    expect(
      await screen.findByRole('status', { name: 'Loading the YAML' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('can be renewed and copied', async () => {
    await open();
    api.manifest = { ...api.manifest, yaml: 'kind: Other\n' };
    await user.click(screen.getByRole('button', { name: 'Reload' }));
    expect(await screen.findByText('Other')).toBeInTheDocument();
    let copied: string | undefined;
    document.execCommand = () => {
      copied = window.getSelection()?.toString();
      return true;
    };
    await user.click(
      screen.getByRole('button', {
        name: 'Copy the YAML of agents-controllers',
      }),
    );
    expect(copied).toBe('kind: Other\n');
  });

  it('says what is hidden, and who may see it', async () => {
    api.manifest = {
      ...api.manifest,
      masked: true,
      yaml: 'value: •••\n',
    };
    const table = await open();
    expect(
      within(table).getByRole('img', { name: 'hidden value' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Values are hidden. You need the permission progressive-delivery.comparison.values.read to see them.',
      ),
    ).toBeInTheDocument();
  });

  it('says that Secrets are never shown, to those who see everything else', async () => {
    api.manifest = { ...api.manifest, yaml: 'value: •••\n' };
    await open();
    expect(
      screen.getByText('The contents of Secrets are never shown.'),
    ).toBeInTheDocument();
  });

  it('says why it hides values from those who may see them', async () => {
    api.manifest = {
      ...api.manifest,
      masked: true,
      notRendered: toMessage('problem', {
        id: 'renderingTooSlow',
        parameters: { seconds: 10 },
      }),
    };
    await open();
    expect(
      screen.getByText('The overlay could not be rendered within 10 s'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/You need the permission/)).toBeNull();
  });

  it('says why it is not there, and asks once more', async () => {
    api.getRolloutManifest.mockRejectedValueOnce(
      await responseError(
        503,
        'ServiceUnavailableError',
        'Cluster production did not answer within 20 s',
      ),
    );
    await showRollout(pausedRollout, { api });
    await user.click(screen.getByRole('button', { name: 'YAML' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Cluster production did not answer within 20 s',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is of Rollouts only', async () => {
    await showRollout(deploymentStatus, { api });
    expect(
      screen.queryByRole('button', { name: 'YAML' }),
    ).not.toBeInTheDocument();
  });
});
