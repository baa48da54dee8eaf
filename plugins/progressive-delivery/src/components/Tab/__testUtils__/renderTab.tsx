import { screen, waitFor } from '@testing-library/react';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../../__testUtils__/renderOnEntityPage';
import { ProgressiveDeliveryTab } from '../ProgressiveDeliveryTab';

export const renderTab = (
  api: FakeProgressiveDeliveryApi,
  options: Omit<Parameters<typeof renderOnEntityPage>[1], 'api'> = {},
) => renderOnEntityPage(<ProgressiveDeliveryTab />, { api, ...options });

/** The switch of a workload. */
export const findToggle = (workload: string) =>
  screen.findByRole('checkbox', {
    name: `Progressive delivery for ${workload}`,
  });

/** The same, once it can be used. */
export const readyToggle = async (workload: string) => {
  const toggle = await findToggle(workload);
  await waitFor(() => expect(toggle).toBeEnabled());
  return toggle;
};
