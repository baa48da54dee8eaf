import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { isProgressiveDeliveryAvailable } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode } from 'react';
import { NoAnnotations } from './NoAnnotations';
import { Targets } from './Targets';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
}));

/** The entity's tab. */
export const ProgressiveDeliveryTab = ({
  notices,
}: {
  /** What the app has to say at the top of the tab. */
  notices?: ReactNode;
}) => {
  const classes = useStyles();
  const { entity } = useEntity();
  return (
    <div>
      {notices}
      <div className={classes.root}>
        {isProgressiveDeliveryAvailable(entity) ? (
          <Targets />
        ) : (
          <NoAnnotations />
        )}
      </div>
    </div>
  );
};
