import { withRoute } from './withRoute';

const app = `import { FlatRoutes } from '@backstage/core-app-api';
import { Route } from 'react-router-dom';

export default (
  <FlatRoutes>
    <Route path="/catalog" element={<CatalogIndexPage />} />
  </FlatRoutes>
);
`;

const sample = `import { FlatRoutes } from '@backstage/core-app-api';
import { ProgressiveDeliveryPage } from '@progressive-delivery/plugin';
import { Route } from 'react-router-dom';

export const routes = (
  <FlatRoutes>
    {/* What you have there */}
    <Route path="/progressive-delivery" element={<ProgressiveDeliveryPage />} />
  </FlatRoutes>
);
`;

describe('withRoute', () => {
  it('adds the whole route of a sample, and what is to be imported for it', () => {
    expect(withRoute(app, sample)).toBe(
      `import { ProgressiveDeliveryPage } from '@progressive-delivery/plugin';
${app.replace(
  '  <FlatRoutes>\n',
  `  <FlatRoutes>
    <Route path="/progressive-delivery" element={<ProgressiveDeliveryPage />} />
`,
)}`,
    );
  });

  it.each([
    ['a sample without a route', app, ''],
    ['an app without a place for one', '', sample],
  ])('does not take %s', (_, given, copied) => {
    expect(() => withRoute(given, copied)).toThrow('no route, or no place');
  });
});
