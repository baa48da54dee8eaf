import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import Button from '@material-ui/core/Button';
import {
  DeliveryTargetSummary,
  Proposal,
  proposalCreatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useState } from 'react';
import { TargetReference } from '../../api';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { PreviewDialog, RequestedChange } from '../Preview/PreviewDialog';
import { ProposalActionDialog } from './ProposalActionDialog';
import { ProposalAction } from './useProposalAction';

export interface ProposalActionsProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  proposal: Proposal;
  /** Asks for the proposals again. */
  refresh: () => void;
}

/** What a proposal's journey asks for; nothing for those who may not propose. */
export const ProposalActions = ({
  reference,
  target,
  proposal,
  refresh,
}: ProposalActionsProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const permission = useEntityPermission(proposalCreatePermission);
  const [action, setAction] = useState<ProposalAction>();
  const [change, setChange] = useState<RequestedChange>();
  const [open, setOpen] = useState(false);

  const deliverySwitch = target.switches.find(
    ({ id }) => id === proposal.switch,
  );
  const canPropose = target.enabled?.proposals ?? true;
  if (!permission.allowed || !canPropose || !deliverySwitch?.owned) {
    return null;
  }
  const { enabled, number, state } = proposal;
  const review = proposal.journey.find(stop => stop.review)?.review;
  const preview = (wanted: boolean) => {
    setChange({
      switch: proposal.switch,
      enabled: wanted,
      workload:
        target.workloads.find(each => each.switch === proposal.switch)?.name ??
        proposal.switch,
    });
    setOpen(true);
  };
  const ask = (asked: ProposalAction) => {
    setAction(asked);
    setOpen(true);
  };
  return (
    <div
      role="group"
      aria-label={t('proposals.action.label', { number: String(number) })}
    >
      {state === 'open' && (
        <>
          {(review?.behind || review?.conflicts === 'yes') && (
            <Button size="small" color="primary" onClick={() => ask('update')}>
              {t('proposals.action.update')}
            </Button>
          )}
          <Button size="small" color="primary" onClick={() => preview(enabled)}>
            {t('proposals.action.preview')}
          </Button>
          <Button size="small" color="primary" onClick={() => ask('close')}>
            {t('proposals.action.close')}
          </Button>
        </>
      )}
      {state === 'merged' && deliverySwitch.enabled === enabled && (
        <Button size="small" color="primary" onClick={() => preview(!enabled)}>
          {t('proposals.action.takeBack')}
        </Button>
      )}
      {action && (
        <ProposalActionDialog
          reference={reference}
          proposal={proposal}
          action={action}
          open={open}
          onClose={() => setOpen(false)}
          onExited={() => setAction(undefined)}
          onDone={refresh}
        />
      )}
      {change && (
        <PreviewDialog
          reference={reference}
          change={change}
          canPropose={canPropose}
          open={open}
          onClose={() => setOpen(false)}
          onExited={() => setChange(undefined)}
          onProposed={refresh}
        />
      )}
    </div>
  );
};
