import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Facts } from '../../ui/Facts';
import { WebLink } from '../../ui/controls/WebLink';
import { useStanding } from './useStanding';

const useStyles = makeStyles({ root: { overflowWrap: 'anywhere' } });

/** A proposal in one line: its link and change, its state, and who asked for it. */
export const ProposalLine = ({ proposal }: { proposal: Proposal }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const standing = useStanding();
  const { enabled, number, url } = proposal;
  return (
    <Typography variant="body2" className={classes.root}>
      <Facts dotted>
        <WebLink url={url}>
          {t(enabled ? 'proposals.turnsOn' : 'proposals.turnsOff', {
            number: String(number),
            switch: proposal.switch,
          })}
        </WebLink>
        {standing(proposal)}
      </Facts>
    </Typography>
  );
};
