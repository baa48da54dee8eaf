import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryChart,
  DeliverySwitch,
  DeliveryTargetSummary,
  ProposalsResponse,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useContext, useEffect, useId, useRef } from 'react';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { LastPreview } from '../../hooks/LastPreview';
import { Polling } from '../../hooks/requests/usePolling';
import { usePreviewPath } from '../../hooks/usePreviewPath';
import { useProposable } from '../../hooks/useProposable';
import { progressiveDeliveryTranslationRef } from '../../translation';
import {
  StackingCell,
  StackingRow,
  StackingTable,
} from '../../ui/StackingTable';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { ownWorkloadsFirst } from '../Rollouts/ownWorkloadsFirst';
import { lacksSwitch } from './preparables';
import { PreparationOffer } from './PreparationOffer';
import { WorkloadSwitch } from './WorkloadSwitch';

export interface WorkloadTableProps {
  target: DeliveryTargetSummary;
  proposals: Polling<ProposalsResponse>;
  /** The charts that a pull request can prepare, or does; absent as long as that is not known. */
  preparable?: DeliveryChart[];
}

const useStyles = makeStyles(theme => ({
  table: { [theme.breakpoints.up('sm')]: { minWidth: 560 } },
  name: { fontWeight: 'bold', overflowWrap: 'anywhere' },
  reason: { padding: theme.spacing(1, 2, 0) },
}));

/** What is said of a workload that is not seen to run. */
const liveTexts = {
  done: 'workloads.nothingLive',
  pending: 'workloads.pending',
  incomplete: 'workloads.unknown',
  unknown: 'workloads.unknown',
} as const;

/** Whether it is in another namespace than the target says, or than others are in. */
function isElsewhere(
  { namespace }: Workload,
  { destination, workloads }: DeliveryTargetSummary,
): boolean {
  return destination.namespace === undefined
    ? workloads.some(other => other.namespace !== namespace)
    : destination.namespace !== namespace;
}

/** The workloads of a target: what Git asks for, what runs, and the toggle between them. */
export const WorkloadTable = ({
  target,
  proposals,
  preparable,
}: WorkloadTableProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const previewPath = usePreviewPath();
  const { loading, mayPreview, reasonAgainst, refusal } = useProposable();
  const lastPreview = useContext(LastPreview);
  const table = useRef<HTMLTableElement>(null);
  const reasonId = useId();

  const isRendering = target.rendering.state === 'pending';
  const unknownText = isRendering ? 'workloads.pending' : 'workloads.unknown';
  const { polled } = proposals;
  const openProposals =
    polled.state === 'loaded'
      ? polled.value.proposals.filter(({ state }) => state === 'open')
      : [];

  const settled = !loading && polled.state !== 'loading';
  // What speaks against every switch is told once.
  const common = () => {
    if (refusal !== undefined) {
      return refusal;
    }
    if (!settled) {
      return t('workloads.undecided');
    }
    return polled.state === 'failed'
      ? t('workloads.proposalsUnknown')
      : undefined;
  };
  const commonReason = common();
  const reasonFor = (deliverySwitch: DeliverySwitch) => {
    const text = reasonAgainst(deliverySwitch);
    if (text !== undefined && text !== refusal) {
      return { text };
    }
    return commonReason === undefined
      ? undefined
      : { text: commonReason, toldBy: reasonId };
  };

  const switchOf = (workload: Workload) =>
    target.switches.find(({ id }) => id === workload.switch);
  const isCommon = target.workloads.some(workload => {
    const deliverySwitch = switchOf(workload);
    return deliverySwitch && reasonFor(deliverySwitch)?.toldBy !== undefined;
  });

  const isSwitchUnknown = (workload: Workload) =>
    !switchOf(workload) && target.rendering.state !== 'done';

  const control = (workload: Workload) => {
    const deliverySwitch = switchOf(workload);
    if (!deliverySwitch) {
      return isSwitchUnknown(workload) ? (
        <Typography variant="body2" color="textSecondary">
          {t(unknownText)}
        </Typography>
      ) : (
        <PreparationOffer
          target={target.id}
          workload={workload.name}
          charts={lacksSwitch(workload, target) ? preparable ?? [] : []}
        />
      );
    }
    return (
      <WorkloadSwitch
        workload={workload}
        target={target.title}
        deliverySwitch={deliverySwitch}
        proposal={openProposals.find(
          candidate => candidate.switch === deliverySwitch.id,
        )}
        reason={reasonFor(deliverySwitch)}
        preview={
          mayPreview && deliverySwitch.notProposable === undefined
            ? previewPath(target.id, {
                switch: deliverySwitch.id,
                enabled: !deliverySwitch.enabled,
              })
            : undefined
        }
      />
    );
  };

  // Who comes back from a preview goes on where they left: at its toggle, or at what is in its place now; and from the
  // preparation of a chart, at the first workload that is offered it, once it is.
  const offersKnown = preparable !== undefined;
  useEffect(() => {
    const previewed = lastPreview.current;
    if (
      !settled ||
      !table.current ||
      previewed?.target !== target.id ||
      (previewed.switch === undefined && !offersKnown)
    ) {
      return;
    }
    lastPreview.current = undefined;
    if (document.activeElement === document.body) {
      const place = [
        ...table.current.querySelectorAll<HTMLElement>('[data-switch]'),
      ]
        .filter(cell => cell.dataset.switch === (previewed.switch ?? ''))
        .map(cell => cell.querySelector<HTMLElement>('a'))
        .find(link => link !== null);
      (place ?? table.current).focus();
    }
  }, [lastPreview, offersKnown, settled, target.id]);

  if (target.workloads.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t(isRendering ? 'workloads.rendering' : 'workloads.empty')}
      </Typography>
    );
  }
  return (
    <div>
      <StackingTable
        label={t('workloads.label', { target: target.title })}
        className={classes.table}
        tableRef={table}
        head={
          <>
            <TableCell>{t('workloads.name')}</TableCell>
            <TableCell>{t('workloads.inGit')}</TableCell>
            <TableCell>{t('workloads.live')}</TableCell>
            <TableCell>{t('workloads.switch')}</TableCell>
          </>
        }
      >
        {ownWorkloadsFirst(target).map(workload => (
          <StackingRow key={`${workload.namespace}/${workload.name}`}>
            <StackingCell
              component="th"
              scope="row"
              role="rowheader"
              className={classes.name}
            >
              {workload.name}
              {isElsewhere(workload, target) && (
                <Typography variant="body2" color="textSecondary">
                  {t('workloads.namespace', { namespace: workload.namespace })}
                </Typography>
              )}
            </StackingCell>
            <StackingCell label={t('workloads.inGit')}>
              {workload.kindInGit ?? t(unknownText)}
            </StackingCell>
            <StackingCell label={t('workloads.live')}>
              {names(workload.kindsLive) || t(liveTexts[target.live.state])}
            </StackingCell>
            <StackingCell
              label={
                isSwitchUnknown(workload) ? t('workloads.switch') : undefined
              }
              data-switch={workload.switch ?? ''}
            >
              {control(workload)}
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
      {isCommon &&
        (settled ? (
          <Typography id={reasonId} variant="body2" className={classes.reason}>
            {commonReason}
          </Typography>
        ) : (
          <VisuallyHidden id={reasonId}>{commonReason}</VisuallyHidden>
        ))}
    </div>
  );
};
