import { screen, waitFor } from '@testing-library/react';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../../__testUtils__/renderOnEntityPage';
import { ProgressiveDeliveryTab } from '../ProgressiveDeliveryTab';

export const renderTab = (
  api: FakeProgressiveDeliveryApi,
  options: Omit<Parameters<typeof renderOnEntityPage>[1], 'api'> = {},
) => renderOnEntityPage(<ProgressiveDeliveryTab />, { api, ...options });

/** The switch of a workload, which leads to the preview of the change. */
export const findToggle = (workload: string) =>
  screen.findByRole('link', {
    name: new RegExp(
      `^Preview as a (Rollout|Deployment): ${workload}, agents$`,
    ),
  });

/** The same, once it can be used. */
export const readyToggle = async (workload: string) => {
  await waitFor(async () =>
    expect(await findToggle(workload)).toHaveAttribute('href'),
  );
  return findToggle(workload);
};
