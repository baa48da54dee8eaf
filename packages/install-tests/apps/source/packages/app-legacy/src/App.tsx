import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { SignInPage } from '@backstage/core-components';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import { kubernetesPlugin } from '@backstage/plugin-kubernetes';
import { Route } from 'react-router-dom';
import { serviceEntityPage } from './components/catalog/EntityPage';

const app = createApp({
  plugins: [catalogPlugin, kubernetesPlugin],
  components: {
    SignInPage: props => <SignInPage {...props} providers={['guest']} />,
  },
});

export default app.createRoot(
  <AppRouter>
    <FlatRoutes>
      <Route path="/catalog" element={<CatalogIndexPage />} />
      <Route
        path="/catalog/:namespace/:kind/:name"
        element={<CatalogEntityPage />}
      >
        {serviceEntityPage}
      </Route>
    </FlatRoutes>
  </AppRouter>,
);
