import {
  DeliveryChart,
  DeliveryTargetSummary,
  proposalCreatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { chart } from '../../../__testUtils__/chart';
import { deliveryTarget } from '../../../__testUtils__/deliveryTarget';
import { entity } from '../../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../../__testUtils__/renderOnEntityPage';
import { PREPARATION_ROUTE } from '../../../hooks/usePreviewPath';
import { PreparationPage } from '../PreparationPage';

/** The page that prepares a chart of the target. */
export const renderPreparation = (
  api: FakeProgressiveDeliveryApi,
  {
    path = `/preparation/${deliveryTarget.id}`,
    mayPropose = true,
    target = {},
  }: {
    path?: string;
    mayPropose?: boolean;
    target?: Partial<DeliveryTargetSummary>;
  } = {},
) =>
  renderOnEntityPage(
    <Routes>
      <Route
        path={PREPARATION_ROUTE}
        element={
          <PreparationPage
            targets={[{ ...deliveryTarget, ...target }]}
            onProposed={() => {}}
          />
        }
      />
    </Routes>,
    {
      api,
      path,
      // What was answered of an entity before is remembered for a while.
      entity: {
        ...entity,
        metadata: { ...entity.metadata, name: `may-prepare-${mayPropose}` },
      },
      allowed: name => mayPropose || name !== proposalCreatePermission.name,
    },
  );

/** The same for a target that renders one chart. */
export const renderChart = (
  api: FakeProgressiveDeliveryApi,
  changed: Partial<DeliveryChart> = {},
  options?: Parameters<typeof renderPreparation>[1],
) => {
  api.charts = { charts: [{ ...chart, ...changed }] };
  return renderPreparation(api, options);
};

/** How far the chart has come. */
export const shownSteps = async () =>
  within(
    await screen.findByRole('list', {
      name: 'From the chart to the first canary',
    }),
  )
    .getAllByRole('listitem')
    .map(item => item.textContent);
