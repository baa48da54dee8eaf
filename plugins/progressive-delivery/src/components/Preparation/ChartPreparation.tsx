import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryChart,
  DeliveryTargetSummary,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useState } from 'react';
import { TargetReference } from '../../api';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/notices/Notice';
import { NotPreparableNotice } from '../../ui/notices/NotPreparableNotice';
import { Facts } from '../../ui/Facts';
import { WebLink } from '../../ui/controls/WebLink';
import { ProposalOpened } from '../Preview/ProposalOpened';
import { useStanding } from '../Proposals/useStanding';
import { NextSteps } from './NextSteps';
import { PreparedChange } from './PreparedChange';
import { usePrepareChart } from './usePrepareChart';

const useStyles = makeStyles(theme => ({
  part: { padding: theme.spacing(2) },
  line: { overflowWrap: 'anywhere' },
}));

/** What a pull request is called: one that was not merged has prepared nothing, also where the chart has a switch. */
const proposalTexts = {
  open: 'preparation.asked',
  merged: 'preparation.done',
  closed: 'preparation.notMerged',
  unknown: 'preparation.notMerged',
} as const;

export interface ChartPreparationProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  chart: DeliveryChart;
  user: string;
  /** When a pull request is there. */
  onProposed: () => void;
  /** When what is known of the chart may be outdated. */
  onCheckAgain: () => void;
}

/** What has become of a chart's preparation, what comes next, and, as long as there is none, the change. */
export const ChartPreparation = ({
  reference,
  target,
  chart,
  user,
  onProposed,
  onCheckAgain,
}: ChartPreparationProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const standing = useStanding();
  const request = usePrepareChart(reference, chart.id);
  const { submission } = request;
  /** Whether somebody wants to see the change although there is a pull request. */
  const [asked, setAsked] = useState(false);
  const { notPreparable, proposal, proposalUnknown, switches } = chart;
  const isPrepared = switches.length > 0;
  const isUnderway =
    !isPrepared && (proposal?.state === 'open' || proposal?.state === 'merged');
  const isDone = submission.state === 'done';
  return (
    <>
      {isDone && (
        <Paper className={classes.part}>
          <ProposalOpened response={submission.response} />
        </Paper>
      )}
      {proposalUnknown && (
        <Notice severity="warning" title={t('preparation.proposalUnknown')}>
          {messageText('problem', proposalUnknown)}
        </Notice>
      )}
      {(proposal || isPrepared) && (
        <Paper
          component="section"
          className={classes.part}
          aria-label={t('preparation.nextSteps')}
        >
          {proposal && (
            <Typography variant="body2" className={classes.line}>
              <Facts dotted>
                <WebLink url={proposal.url}>
                  {t(proposalTexts[proposal.state], {
                    number: String(proposal.number),
                  })}
                </WebLink>
                {standing(proposal)}
              </Facts>
            </Typography>
          )}
          {!proposal && !proposalUnknown && (
            <Typography variant="body2">{t('preparation.byOthers')}</Typography>
          )}
          {(isUnderway || isPrepared) && (
            <NextSteps target={target} chart={chart} />
          )}
          {isUnderway && !notPreparable && !asked && !isDone && (
            <Button size="small" onClick={() => setAsked(true)}>
              {t(
                proposal?.state === 'open'
                  ? 'preparation.change'
                  : 'preparation.again',
              )}
            </Button>
          )}
        </Paper>
      )}
      {notPreparable && !isPrepared && !isUnderway && (
        <NotPreparableNotice chart={chart} reason={notPreparable} />
      )}
      {!isPrepared && !notPreparable && !isDone && (!isUnderway || asked) && (
        <PreparedChange
          reference={reference}
          target={target}
          chart={chart}
          user={user}
          request={request}
          onProposed={onProposed}
          onCheckAgain={onCheckAgain}
        />
      )}
    </>
  );
};
