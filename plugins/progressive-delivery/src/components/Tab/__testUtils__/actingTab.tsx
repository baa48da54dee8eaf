import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import {
  renderOnEntityPage,
  RenderOnEntityPageOptions,
} from '../../../__testUtils__/renderOnEntityPage';
import { ProgressiveDeliveryTab } from '../ProgressiveDeliveryTab';

/** A tab on which somebody acts on its only Rollout. */
export const actingTab = (apiOfTest: () => FakeProgressiveDeliveryApi) => {
  const user = userEvent.setup();
  const show = async (
    rollout: RolloutStatus,
    options: Omit<RenderOnEntityPageOptions, 'api'> = {},
  ) => {
    const api = apiOfTest();
    api.runs(rollout);
    await renderOnEntityPage(<ProgressiveDeliveryTab />, { api, ...options });
    return screen.findByRole('region', { name: `Rollout ${rollout.name}` });
  };
  const becomes = (rollout: RolloutStatus) =>
    act(async () => apiOfTest().runs(rollout));
  const press = async (name: string) =>
    user.click(await screen.findByRole('button', { name }));
  const choose = async (name: RegExp) => {
    await press('More actions');
    await user.click(screen.getByRole('menuitem', { name }));
  };
  const findDialog = (name: string) =>
    screen.findByRole('dialog', {
      name: `${name}: Rollout agents-controllers`,
    });
  const confirm = async (name: string) =>
    user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name }),
    );
  return { becomes, choose, confirm, findDialog, press, show, user };
};
