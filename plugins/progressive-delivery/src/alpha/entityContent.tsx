import {
  coreExtensionData,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isProgressiveDeliveryAvailable } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Fragment } from 'react';
import { entityContentRouteRef } from '../routes';

/** The tab. An app may attach notices to its top, through the input `notices`. */
export const entityContent = EntityContentBlueprint.makeWithOverrides({
  inputs: {
    notices: createExtensionInput([coreExtensionData.reactElement]),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: '/progressive-delivery',
      title: 'Progressive delivery',
      group: 'deployment',
      routeRef: entityContentRouteRef,
      filter: isProgressiveDeliveryAvailable,
      loader: async () => {
        const { LinkedTab } = await import('./LinkedTab');
        return (
          <LinkedTab
            notices={inputs.notices.map(notice => (
              <Fragment key={notice.node.spec.id}>
                {notice.get(coreExtensionData.reactElement)}
              </Fragment>
            ))}
          />
        );
      },
    }),
});
