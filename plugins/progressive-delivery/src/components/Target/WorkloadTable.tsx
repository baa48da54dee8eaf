import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  DeliverySwitch,
  DeliveryTargetSummary,
  proposalCreatePermission,
  ProposalsResponse,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useEffect, useRef, useState } from 'react';
import { TargetReference } from '../../api';
import { useMessageText } from '../../hooks/useMessageText';
import { Polling } from '../../hooks/usePolling';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { WebLink } from '../../ui/WebLink';
import { PreviewDialog, RequestedChange } from '../Preview/PreviewDialog';
import { ownWorkloadsFirst } from '../Rollouts/ownWorkloadsFirst';
import { WorkloadSwitch } from './WorkloadSwitch';

export interface WorkloadTableProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  proposals: Polling<ProposalsResponse>;
}

const useStyles = makeStyles({
  // Narrower, it scrolls rather than breaking words.
  table: { minWidth: 560 },
  name: { fontWeight: 'bold' },
  last: { textAlign: 'right', whiteSpace: 'nowrap' },
});

/** The workloads of a target: what Git asks for, what runs, and the toggle between them. */
export const WorkloadTable = ({
  reference,
  target,
  proposals,
}: WorkloadTableProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const permission = useEntityPermission(proposalCreatePermission);
  const table = useRef<HTMLTableElement>(null);
  const [change, setChange] = useState<RequestedChange>();
  const [open, setOpen] = useState(false);

  const isRendering = target.rendering.state === 'pending';
  const { polled } = proposals;
  const openProposals =
    polled.state === 'loaded'
      ? polled.value.proposals.filter(({ state }) => state === 'open')
      : [];

  const reasonAgainst = (deliverySwitch: DeliverySwitch) => {
    if (!deliverySwitch.owned) {
      return t('workloads.notOwned', { switch: deliverySwitch.id });
    }
    if (deliverySwitch.notProposable !== undefined) {
      return messageText('notProposable', deliverySwitch.notProposable);
    }
    if (!permission.loading && !permission.allowed) {
      return t('workloads.notPermitted');
    }
    if (permission.loading || polled.state === 'loading') {
      return t('workloads.undecided');
    }
    return polled.state === 'failed'
      ? t('workloads.proposalsUnknown')
      : undefined;
  };

  const control = (workload: Workload) => {
    const deliverySwitch = target.switches.find(
      ({ id }) => id === workload.switch,
    );
    if (!deliverySwitch) {
      return (
        <Typography variant="body2" color="textSecondary">
          {t(isRendering ? 'workloads.pending' : 'workloads.noSwitch')}
        </Typography>
      );
    }
    const proposal = openProposals.find(
      candidate => candidate.switch === deliverySwitch.id,
    );
    if (proposal) {
      return (
        <WebLink url={proposal.url}>
          {t('workloads.openProposal', { number: String(proposal.number) })}
        </WebLink>
      );
    }
    return (
      <WorkloadSwitch
        workload={workload.name}
        deliverySwitch={deliverySwitch}
        reason={reasonAgainst(deliverySwitch)}
        onToggle={() => {
          setChange({
            switch: deliverySwitch.id,
            enabled: !deliverySwitch.enabled,
            workload: workload.name,
          });
          setOpen(true);
        }}
      />
    );
  };

  // The toggle that opened the dialog is gone once there is a pull request; the focus then has nowhere to go back to.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (
      wasOpen.current &&
      !change &&
      document.activeElement === document.body
    ) {
      table.current?.focus();
    }
    wasOpen.current = change !== undefined;
  }, [change]);

  if (target.workloads.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t(isRendering ? 'workloads.rendering' : 'workloads.empty')}
      </Typography>
    );
  }
  return (
    <>
      <TableContainer>
        <Table
          size="small"
          ref={table}
          className={classes.table}
          tabIndex={-1}
          aria-label={t('workloads.label', { target: target.title })}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('workloads.name')}</TableCell>
              <TableCell>{t('workloads.inGit')}</TableCell>
              <TableCell>{t('workloads.live')}</TableCell>
              <TableCell className={classes.last}>
                {t('workloads.switch')}
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {ownWorkloadsFirst(target).map(workload => (
              <TableRow key={`${workload.namespace}/${workload.name}`}>
                <TableCell
                  component="th"
                  scope="row"
                  role="rowheader"
                  className={classes.name}
                  title={`${workload.namespace}/${workload.name}`}
                >
                  {workload.name}
                </TableCell>
                <TableCell>
                  {workload.kindInGit ??
                    t(isRendering ? 'workloads.pending' : 'workloads.unknown')}
                </TableCell>
                <TableCell>
                  {workload.kindsLive.join(', ') ||
                    t(
                      target.live.state === 'pending'
                        ? 'workloads.pending'
                        : 'workloads.nothingLive',
                    )}
                </TableCell>
                <TableCell className={classes.last}>
                  {control(workload)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {change && (
        <PreviewDialog
          reference={reference}
          change={change}
          canPropose={target.enabled?.proposals ?? true}
          open={open}
          onClose={() => setOpen(false)}
          onExited={() => setChange(undefined)}
          onProposed={proposals.refresh}
        />
      )}
    </>
  );
};
