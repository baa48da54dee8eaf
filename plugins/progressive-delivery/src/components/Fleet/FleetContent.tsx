import { Content } from '@backstage/core-components';
import { Fleet } from './Fleet';

/** The page with all components, below the header that the new frontend system gives it. */
export const FleetContent = () => (
  <Content>
    <Fleet />
  </Content>
);
