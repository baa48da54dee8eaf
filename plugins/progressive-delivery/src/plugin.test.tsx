import { identityApiRef } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { entity } from './__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from './__testUtils__/FakeProgressiveDeliveryApi';
import {
  EntityProgressiveDeliveryCard,
  EntityProgressiveDeliveryContent,
  progressiveDeliveryApiRef,
  progressiveDeliveryPlugin,
} from './';
import { entityContentRouteRef } from './routes';
import { ClusterSignIn, clusterSignInApiRef } from './api/ClusterSignIn';

describe('the plugin in the legacy frontend system', () => {
  const render = (route: string) => {
    const api = new FakeProgressiveDeliveryApi();
    return renderInTestApp(
      <TestApiProvider
        apis={[
          [progressiveDeliveryApiRef, api],
          [clusterSignInApiRef, ClusterSignIn.create()],
          [identityApiRef, mockApis.identity()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/" element={<EntityProgressiveDeliveryCard />} />
            <Route
              path="/progressive-delivery/*"
              element={<EntityProgressiveDeliveryContent />}
            />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: [route],
        mountedRoutes: { '/progressive-delivery': entityContentRouteRef },
      },
    );
  };

  it('has its APIs', () => {
    expect(
      [...progressiveDeliveryPlugin.getApis()].map(({ api }) => api.id),
    ).toEqual([
      'plugin.progressive-delivery.api',
      'plugin.progressive-delivery.cluster-sign-in',
    ]);
  });

  it('shows the tab', async () => {
    await render('/progressive-delivery');

    expect(
      await screen.findByRole('heading', { name: 'agents' }),
    ).toBeInTheDocument();
  });

  it('shows the card, which links to the tab', async () => {
    await render('/');

    expect(await screen.findByText('Deployment agents')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Progressive delivery/ }),
    ).toHaveAttribute('href', '/progressive-delivery');
  });
});
