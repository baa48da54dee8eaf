import {
  appTreeApiRef,
  coreExtensionData,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { ProgressiveDeliveryTab } from '../components/Tab/ProgressiveDeliveryTab';

/** Its plugin has a route for it, too, which its extension does not mount (1.57). */
const KUBERNETES_TAB = 'entity-content:kubernetes/kubernetes';

/** The tab, with its links resolved by the new frontend system, in which the Kubernetes tab may be switched off. */
export const LinkedTab = ({ notices }: { notices?: ReactNode }) => {
  const { entity } = useEntity();
  const entityPage = useRouteRef(entityRouteRef);
  const { tree } = useApi(appTreeApiRef).getTree();
  const kubernetes = tree.nodes
    .get(KUBERNETES_TAB)
    ?.instance?.getData(coreExtensionData.routePath);
  return (
    <ProgressiveDeliveryTab
      notices={notices}
      kubernetesPath={
        entityPage && kubernetes
          ? `${entityPage(entityRouteParams(entity))}${kubernetes}`
          : undefined
      }
    />
  );
};
