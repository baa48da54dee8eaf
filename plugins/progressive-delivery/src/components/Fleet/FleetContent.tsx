import { Content } from '@backstage/core-components';
import { Fleet } from './Fleet';

/** The page with all components, below the header that the new frontend system gives it, which leaves the landmark to pages. */
export const FleetContent = () => (
  <main>
    <Content>
      <Fleet />
    </Content>
  </main>
);
