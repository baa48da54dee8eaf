import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { isProgressiveDeliveryAvailable } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode } from 'react';
import { KubernetesTab } from '../../hooks/KubernetesTab';
import { reducedMotion } from '../../ui/reducedMotion';
import { NoAnnotations } from './NoAnnotations';
import { Targets } from './Targets';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    ...reducedMotion,
  },
}));

/** An entity that has neither has nothing in its Kubernetes tab. */
const KUBERNETES_ANNOTATIONS = [
  'backstage.io/kubernetes-id',
  'backstage.io/kubernetes-label-selector',
];

/** The entity's tab. */
export const ProgressiveDeliveryTab = ({
  kubernetesPath,
  notices,
}: {
  /** Where the app has the Kubernetes tab of the entity. */
  kubernetesPath?: string;
  /** What the app has to say at the top of the tab. */
  notices?: ReactNode;
}) => {
  const classes = useStyles();
  const { entity } = useEntity();
  const isInKubernetes = KUBERNETES_ANNOTATIONS.some(
    name => entity.metadata.annotations?.[name],
  );
  return (
    <div>
      {notices}
      <div className={classes.root}>
        {isProgressiveDeliveryAvailable(entity) ? (
          <KubernetesTab.Provider
            value={isInKubernetes ? kubernetesPath : undefined}
          >
            <Targets />
          </KubernetesTab.Provider>
        ) : (
          <NoAnnotations />
        )}
      </div>
    </div>
  );
};
