import {
  Finding,
  Preflight,
  proposalCreatePermission,
  proposalOverridePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  CONTROLLERS_SWITCH,
  deliveryTarget,
} from '../../../__testUtils__/deliveryTarget';
import { entity } from '../../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../../__testUtils__/renderOnEntityPage';
import { PREVIEW_ROUTE } from '../../../hooks/usePreviewPath';
import { PreviewPage } from '../PreviewPage';

/** Of the preview that turns the controllers' switch on. */
export const PATH = `/preview/${deliveryTarget.id}/${CONTROLLERS_SWITCH}?enabled=true`;

interface PageOptions {
  path?: string;
  mayOverride?: boolean;
  mayPropose?: boolean;
  /** Whether this installation opens pull requests. */
  canPropose?: boolean;
}

export const renderPage = (
  api: FakeProgressiveDeliveryApi,
  {
    path = PATH,
    mayOverride = true,
    mayPropose = true,
    canPropose = true,
  }: PageOptions = {},
) =>
  renderOnEntityPage(
    <Routes>
      <Route
        path={PREVIEW_ROUTE}
        element={
          <PreviewPage
            targets={[
              {
                ...deliveryTarget,
                enabled: { proposals: canPropose, actions: true },
              },
            ]}
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
        metadata: {
          ...entity.metadata,
          name: `may-${mayPropose}-${mayOverride}`,
        },
      },
      allowed: name =>
        (mayOverride || name !== proposalOverridePermission.name) &&
        (mayPropose || name !== proposalCreatePermission.name),
    },
  );

/** The page, once the preview is there, with what preflight has found. */
export const renderPreview = async (
  api: FakeProgressiveDeliveryApi,
  found: Preflight | undefined,
  options: PageOptions = {},
) => {
  api.comparison = { ...api.comparison, preflight: found };
  const page = await renderPage(api, options);
  await screen.findByText(/becomes a Rollout of the same name/);
  return page;
};

export const openButton = () =>
  screen.getByRole('button', { name: 'Open pull request' });

export const reasonField = () =>
  screen.getByRole('textbox', { name: /^Reason for going ahead/ });

export const choiceOf = ({ seen }: Finding) =>
  screen.getByRole('checkbox', { name: `Override this finding: ${seen}` });

export const overrideBoxes = () =>
  screen.queryAllByRole('checkbox', { name: /finding|warning/ });
