import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import Button from '@material-ui/core/Button';
import {
  DeliveryTargetSummary,
  Proposal,
  proposalCreatePermission,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useState } from 'react';
import { TargetReference } from '../../api';
import { usePreviewPath } from '../../hooks/usePreviewPath';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ProposalActionDialog } from './ProposalActionDialog';
import { ProposalAction } from './useProposalAction';

export interface ProposalActionsProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  proposal: Proposal;
  /** The change that is previewed on the same page. */
  previewed?: SwitchChange;
  /** Asks for the proposals again. */
  refresh: () => void;
}

/** What a proposal's journey asks for; nothing for those who may not propose. */
export const ProposalActions = ({
  reference,
  target,
  proposal,
  previewed,
  refresh,
}: ProposalActionsProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const previewPath = usePreviewPath();
  const permission = useEntityPermission(proposalCreatePermission);
  const [action, setAction] = useState<ProposalAction>();
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
  const previewOf = (wanted: boolean) =>
    previewPath(target.id, { switch: proposal.switch, enabled: wanted });
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
          {previewed?.enabled !== enabled && (
            <LinkButton size="small" color="primary" to={previewOf(enabled)}>
              {t('proposals.action.preview')}
            </LinkButton>
          )}
          <Button size="small" color="primary" onClick={() => ask('close')}>
            {t('proposals.action.close')}
          </Button>
        </>
      )}
      {state === 'merged' && deliverySwitch.enabled === enabled && (
        <LinkButton size="small" color="primary" to={previewOf(!enabled)}>
          {t('proposals.action.takeBack')}
        </LinkButton>
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
    </div>
  );
};
