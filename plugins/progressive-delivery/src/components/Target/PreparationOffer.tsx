import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DeliveryChart } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { usePreparationPath } from '../../hooks/usePreviewPath';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { WebLink } from '../../ui/controls/WebLink';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    overflowWrap: 'anywhere',
  },
});

export interface PreparationOfferProps {
  /** The id of the target. */
  target: string;
  /** The name of the workload that lacks a switch. */
  workload: string;
  /** Those of the target that can be prepared, or are; which of several the workload comes from is not known. */
  charts: DeliveryChart[];
}

/** In place of a workload's toggle: that its chart has no switch, and the way to one. */
export const PreparationOffer = ({
  charts,
  target,
  workload,
}: PreparationOfferProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const preparationPath = usePreparationPath();
  const only = charts.length === 1 ? charts[0] : undefined;
  const proposal =
    only?.proposal?.state === 'open' || only?.proposal?.state === 'merged'
      ? only.proposal
      : undefined;
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary" component="span">
        {t('workloads.noSwitch')}
      </Typography>
      {proposal && (
        <Typography variant="body2" component="span">
          <WebLink url={proposal.url}>
            {t(
              proposal.state === 'open'
                ? 'preparation.asked'
                : 'preparation.done',
              { number: String(proposal.number) },
            )}
          </WebLink>
        </Typography>
      )}
      {only?.proposalUnknown && (
        <Typography variant="body2" color="textSecondary" component="span">
          {t('preparation.proposalUnknown')}
        </Typography>
      )}
      {charts.length > 0 && (
        <Link
          to={preparationPath(target, only?.id)}
          variant="body2"
          aria-label={t(
            proposal ? 'preparation.nextStepsFor' : 'preparation.prepareFor',
            { name: workload },
          )}
        >
          {t(proposal ? 'preparation.nextSteps' : 'preparation.prepare')}
        </Link>
      )}
    </div>
  );
};
