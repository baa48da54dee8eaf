import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  Proposal,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { useFindingObjectName } from '../Preflight/useFindingObjectName';

/** What preflight had found and was overridden for a proposal, and why; nothing where nothing was. */
export const ProposalOverrideLine = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const nameOf = useFindingObjectName();
  const { override = { state: 'none' }, state } = proposal;
  const text = () => {
    switch (override.state) {
      case 'overridden':
        return t('proposals.overridden', {
          findings: names(
            override.findings.map(({ id, object }) =>
              t('proposals.overriddenFinding', {
                check: visibleText(id),
                object: nameOf(object),
              }),
            ),
          ),
          // Written in a field of several lines.
          reason: visibleText(override.reason.replace(/\s+/g, ' ')),
        });
      case 'unknown':
        // Nothing comes of one that was closed.
        return state === 'closed'
          ? undefined
          : t('proposals.overriddenUnknown');
      case 'none':
        return undefined;
      default:
        return override satisfies never;
    }
  };
  const shown = text();
  return shown === undefined ? null : (
    <Typography variant="body2" color="textSecondary">
      {shown}
    </Typography>
  );
};
