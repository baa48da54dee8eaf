import {
  attachComponentData,
  identityApiRef,
} from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { entity } from './__testUtils__/entity';
import { fleetOf, fleetRow } from './__testUtils__/fleet';
import { FakeProgressiveDeliveryApi } from './__testUtils__/FakeProgressiveDeliveryApi';
import {
  EntityProgressiveDeliveryCard,
  EntityProgressiveDeliveryContent,
  EntityProgressiveDeliveryWarning,
  progressiveDeliveryApiRef,
  ProgressiveDeliveryPage,
  progressiveDeliveryPlugin,
} from './';
import { pausedRollout } from './__testUtils__/rolloutStatus';
import {
  entityContentRouteRef,
  fleetRouteRef,
  kubernetesRouteRef,
} from './routes';
import { ClusterSignIn, clusterSignInApiRef } from './api/ClusterSignIn';

describe('the plugin in the legacy frontend system', () => {
  const render = (
    route: string,
    runs: RolloutStatus[] = [],
    annotations: Record<string, string> = {},
  ) => {
    const api = new FakeProgressiveDeliveryApi();
    if (runs.length > 0) {
      api.runs(...runs);
    }
    return renderInTestApp(
      <TestApiProvider
        apis={[
          [progressiveDeliveryApiRef, api],
          [clusterSignInApiRef, ClusterSignIn.create()],
          [identityApiRef, mockApis.identity()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider
          entity={{
            ...entity,
            metadata: {
              ...entity.metadata,
              annotations: { ...entity.metadata.annotations, ...annotations },
            },
          }}
        >
          <Routes>
            <Route path="/" element={<EntityProgressiveDeliveryCard />} />
            <Route path="/fleet" element={<ProgressiveDeliveryPage />} />
            <Route
              path="/warning"
              element={<EntityProgressiveDeliveryWarning />}
            />
            <Route
              path="/progressive-delivery/*"
              element={<EntityProgressiveDeliveryContent />}
            />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: [route],
        mountedRoutes: {
          '/progressive-delivery': entityContentRouteRef,
          '/fleet': fleetRouteRef,
          '/pods': kubernetesRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
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

  it('leads from the tab to that of Kubernetes', async () => {
    await render('/progressive-delivery', [], {
      'backstage.io/kubernetes-label-selector': 'app=agents',
    });

    expect(
      await screen.findByRole('link', { name: 'Pods and logs in Kubernetes' }),
    ).toHaveAttribute('href', '/pods');
  });

  it('shows the page with all components, below a header', async () => {
    await render('/fleet');

    expect(
      await screen.findByText('No component has a delivery target'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Progressive delivery' }),
    ).toBeInTheDocument();
  });

  it('leads from the page with all components to the tab, wherever the app has that', async () => {
    const api = new FakeProgressiveDeliveryApi();
    api.fleet = fleetOf([fleetRow]);
    const EntityPage = () => <></>;
    attachComponentData(EntityPage, 'core.mountPoint', entityRouteRef);
    await renderInTestApp(
      <TestApiProvider apis={[[progressiveDeliveryApiRef, api]]}>
        <Routes>
          <Route path="/fleet" element={<ProgressiveDeliveryPage />} />
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<EntityPage />}
          >
            <Route
              path="delivery"
              element={<EntityProgressiveDeliveryContent />}
            />
          </Route>
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/fleet'] },
    );

    expect(await screen.findByRole('link', { name: 'agents' })).toHaveAttribute(
      'href',
      '/catalog/default/component/agents/delivery',
    );
  });

  it('shows the warning, which links to the tab', async () => {
    await render('/warning', [pausedRollout]);

    expect(
      await screen.findByText('1 workload is waiting for a decision'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Progressive delivery' }),
    ).toHaveAttribute('href', '/progressive-delivery');
  });

  it('shows the card, which links to the tab', async () => {
    await render('/');

    expect(await screen.findByText('Deployment agents')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Progressive delivery/ }),
    ).toHaveAttribute('href', '/progressive-delivery');
  });
});
