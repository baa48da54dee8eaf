import {
  appLanguageApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { act, screen } from '@testing-library/react';
import { entity } from '../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../__testUtils__/FakeProgressiveDeliveryApi';
import { progressiveDeliveryApiRef } from '../api';
import { ClusterSignIn, clusterSignInApiRef } from '../api/ClusterSignIn';
import { entityContent } from './entityContent';

describe('the language of the plugin', () => {
  it('is that of Backstage, German too, and changes with it', async () => {
    const { apis } = renderInTestApp(
      <TestApiProvider
        apis={[
          [progressiveDeliveryApiRef, new FakeProgressiveDeliveryApi()],
          [clusterSignInApiRef, ClusterSignIn.create()],
          [identityApiRef, mockApis.identity()],
        ]}
      >
        <EntityProvider entity={entity}>
          {createExtensionTester(entityContent).reactElement()}
        </EntityProvider>
      </TestApiProvider>,
      {
        config: {
          app: {
            baseUrl: 'http://localhost:3000',
            extensions: [
              {
                'api:app/app-language': {
                  config: { availableLanguages: ['en', 'de'] },
                },
              },
            ],
          },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      },
    );
    expect(
      await screen.findByRole('table', { name: 'Workloads of agents' }),
    ).toBeInTheDocument();

    await act(async () => apis.get(appLanguageApiRef)?.setLanguage('de'));

    expect(
      await screen.findByRole('table', { name: 'Workloads von agents' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Progressive delivery')).not.toBeInTheDocument();
  });
});
