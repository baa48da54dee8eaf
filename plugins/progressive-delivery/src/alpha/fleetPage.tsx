import { PageBlueprint } from '@backstage/frontend-plugin-api';
import CallSplitIcon from '@material-ui/icons/CallSplit';
import { fleetRouteRef } from '../routes';

/** The page with all components, and its item in the navigation. */
export const fleetPage = PageBlueprint.make({
  params: {
    path: '/progressive-delivery',
    title: 'Progressive delivery',
    icon: <CallSplitIcon fontSize="inherit" />,
    routeRef: fleetRouteRef,
    loader: async () => {
      const { LinkedFleet } = await import('./LinkedFleet');
      return <LinkedFleet />;
    },
  },
});
