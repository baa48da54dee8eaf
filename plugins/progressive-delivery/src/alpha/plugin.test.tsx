import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  appTreeApiRef,
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendPlugin,
  identityApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  renderTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import { progressiveDeliveryApiRef } from '../api';
import { entity } from '../__testUtils__/entity';
import { fleetOf, fleetRow } from '../__testUtils__/fleet';
import { FakeProgressiveDeliveryApi } from '../__testUtils__/FakeProgressiveDeliveryApi';
import { pausedRollout } from '../__testUtils__/rolloutStatus';
import { ClusterSignIn, clusterSignInApiRef } from '../api/ClusterSignIn';
import { entityCard } from './entityCard';
import { entityContent } from './entityContent';
import { entityWarning } from './entityWarning';
import { fleetPage } from './fleetPage';
import { progressiveDeliveryPlugin } from './plugin';

describe('the plugin in the new frontend system', () => {
  // A page is loaded when it is shown; the first time that takes a slow machine longer than a test waits for a text.
  beforeAll(() => import('./LinkedFleet'));
  const onEntityPage = (element: JSX.Element, ...runs: RolloutStatus[]) => {
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
        ]}
      >
        <EntityProvider entity={entity}>{element}</EntityProvider>
      </TestApiProvider>,
    );
  };

  it('has APIs, a page, a tab, a card and a warning, under ids that an app can configure', () => {
    expect(progressiveDeliveryPlugin.pluginId).toBe('progressive-delivery');
    expect(
      progressiveDeliveryPlugin.getExtension(
        'entity-content:progressive-delivery',
      ),
    ).toBeDefined();
    expect(
      progressiveDeliveryPlugin.getExtension(
        'entity-card:progressive-delivery',
      ),
    ).toBeDefined();
    expect(
      progressiveDeliveryPlugin.getExtension(
        'entity-card:progressive-delivery/warning',
      ),
    ).toBeDefined();
    expect(
      progressiveDeliveryPlugin.getExtension('page:progressive-delivery'),
    ).toBeDefined();
    expect(
      progressiveDeliveryPlugin.getExtension('api:progressive-delivery'),
    ).toBeDefined();
  });

  it('has a page for all components, which the navigation leads to', async () => {
    const tester = createExtensionTester(fleetPage);
    expect(tester.get(coreExtensionData.routePath)).toBe(
      '/progressive-delivery',
    );
    expect(tester.get(coreExtensionData.title)).toBe('Progressive delivery');
    expect(tester.get(coreExtensionData.icon)).toBeDefined();
    const api = new FakeProgressiveDeliveryApi();
    renderInTestApp(
      <TestApiProvider apis={[[progressiveDeliveryApiRef, api]]}>
        {tester.reactElement()}
      </TestApiProvider>,
    );

    expect(
      await screen.findByText('No component has a delivery target'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'where it is',
      {},
      '/catalog/default/component/agents/progressive-delivery',
    ],
    [
      'where an app has moved it',
      { config: { path: '/delivery' } },
      '/catalog/default/component/agents/delivery',
    ],
    [
      'or to the component, where an app has none',
      { disabled: true },
      '/catalog/default/component/agents',
    ],
  ])(
    'leads from the page with all components to the tab %s',
    async (_, tab, href) => {
      const api = new FakeProgressiveDeliveryApi();
      api.fleet = fleetOf([fleetRow]);
      const entityPage = PageBlueprint.makeWithOverrides({
        name: 'entity',
        inputs: {
          contents: createExtensionInput([
            coreExtensionData.reactElement,
            coreExtensionData.routePath,
            coreExtensionData.routeRef.optional(),
          ]),
        },
        factory: originalFactory =>
          originalFactory({
            path: '/catalog/:namespace/:kind/:name',
            routeRef: entityRouteRef,
            loader: async () => <></>,
          }),
      });
      renderTestApp({
        features: [
          createFrontendPlugin({
            pluginId: 'catalog',
            extensions: [entityPage],
          }),
          progressiveDeliveryPlugin,
        ],
        config: {
          app: {
            baseUrl: 'http://localhost:3000',
            extensions: [{ 'entity-content:progressive-delivery': tab }],
          },
          backend: { baseUrl: 'http://localhost:7007' },
        },
        apis: [[progressiveDeliveryApiRef, api]],
        initialRouteEntries: ['/progressive-delivery'],
        // Overview cards of a catalog that is not there.
        isExpectedError: () => true,
      });

      expect(
        await screen.findByRole('link', { name: 'agents' }),
      ).toHaveAttribute('href', href);
    },
  );

  it('warns on the page of a component whose rollout waits', async () => {
    onEntityPage(
      createExtensionTester(entityWarning).reactElement(),
      pausedRollout,
    );

    expect(
      await screen.findByText('1 workload is waiting for a decision'),
    ).toBeInTheDocument();
  });

  it('shows the tab, below the notices that the app attaches', async () => {
    const notice = createExtension({
      kind: 'notice',
      name: 'maintenance',
      attachTo: {
        id: createExtensionTester(entityContent).query(entityContent).node.spec
          .id,
        input: 'notices',
      },
      output: [coreExtensionData.reactElement],
      factory: () => [
        coreExtensionData.reactElement(<p>Argo CD is being upgraded</p>),
      ],
    });
    const tester = createExtensionTester(entityContent).add(notice);
    expect(tester.get(coreExtensionData.routePath)).toBe(
      '/progressive-delivery',
    );
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe(
      'Progressive delivery',
    );
    expect(tester.get(EntityContentBlueprint.dataRefs.group)).toBe(
      'deployment',
    );

    onEntityPage(tester.reactElement());

    expect(
      await screen.findByRole('heading', { name: 'agents' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Argo CD is being upgraded')).toBeInTheDocument();
  });

  it('has a tab for entities without annotations where the app wants it', () => {
    const { metadata, ...others } = entity;
    const bare = { ...others, metadata: { name: metadata.name } };
    const offers = (config?: { filter: { kind: string } }) =>
      createExtensionTester(entityContent, { config }).get(
        EntityContentBlueprint.dataRefs.filterFunction,
      )?.(bare);
    expect(offers()).toBe(false);
    expect(offers({ filter: { kind: 'component' } })).toBe(true);
    expect(offers({ filter: { kind: 'api' } })).toBe(false);
  });

  describe('the link to the Kubernetes tab', () => {
    const id = 'entity-content:kubernetes/kubernetes';
    const kubernetesTab = kubernetesPlugin.getExtension(id);
    const render = (annotations: Record<string, string>) => {
      const { node } = createExtensionTester(kubernetesTab, {
        config: { path: '/pods' },
      }).query(kubernetesTab);
      return renderInTestApp(
        <TestApiProvider
          apis={[
            [progressiveDeliveryApiRef, new FakeProgressiveDeliveryApi()],
            [clusterSignInApiRef, ClusterSignIn.create()],
            [identityApiRef, mockApis.identity()],
            [
              appTreeApiRef,
              {
                getTree: () => ({
                  tree: {
                    root: node,
                    nodes: new Map([[id, node]]),
                    orphans: [],
                  },
                }),
                getNodesByRoutePath: () => ({ nodes: [] }),
              },
            ],
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
            {createExtensionTester(entityContent).reactElement()}
          </EntityProvider>
        </TestApiProvider>,
        {
          mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
        },
      );
    };

    it('leads to where the app has it', async () => {
      render({ 'backstage.io/kubernetes-id': 'agents' });
      expect(
        await screen.findByRole('link', {
          name: 'Pods and logs in Kubernetes',
        }),
      ).toHaveAttribute(
        'href',
        '/catalog/default/component/agents-controllers/pods',
      );
    });

    it('is not there for an entity that the tab shows nothing of', async () => {
      render({});
      await screen.findByRole('heading', { name: 'agents' });
      expect(screen.queryByText(/logs in Kubernetes/)).not.toBeInTheDocument();
    });
  });

  it('is for entities that say where they are delivered to', () => {
    const filter = createExtensionTester(entityContent).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    );

    expect(filter?.(entity)).toBe(true);
    expect(filter?.({ ...entity, metadata: { name: 'other' } })).toBe(false);
  });

  it('shows the card, without a link where the app has no tab', async () => {
    onEntityPage(createExtensionTester(entityCard).reactElement());

    expect(await screen.findByText('Deployment agents')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /Progressive delivery/ }),
    ).not.toBeInTheDocument();
  });
});
