import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import CallSplitIcon from '@material-ui/icons/CallSplit';
import { entityContentRouteRef, fleetRouteRef } from '../routes';
import { api } from './api';
import { clusterSignInApi } from './clusterSignInApi';
import { entityCard } from './entityCard';
import { entityContent } from './entityContent';
import { entityWarning } from './entityWarning';
import { fleetPage } from './fleetPage';

/**
 * The plugin, for the new frontend system.
 *
 * @alpha
 */
export const progressiveDeliveryPlugin = createFrontendPlugin({
  pluginId: 'progressive-delivery',
  title: 'Progressive delivery',
  icon: <CallSplitIcon fontSize="inherit" />,
  info: {
    packageJson: () =>
      import(
        '@progressive-delivery/backstage-plugin-progressive-delivery/package.json'
      ),
  },
  extensions: [
    api,
    clusterSignInApi,
    fleetPage,
    entityContent,
    entityCard,
    entityWarning,
  ],
  routes: { root: fleetRouteRef, entityContent: entityContentRouteRef },
});
