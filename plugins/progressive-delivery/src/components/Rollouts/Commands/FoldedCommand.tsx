import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  DeliveryTargetSummary,
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId, useState } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { FoldButton } from '../../../ui/controls/FoldButton';
import { CommandCode } from './CommandCode';
import { CommandContext } from './CommandContext';
import { commandFor } from './commandsFor';

const useStyles = makeStyles(theme => ({
  // The text of the button stands where the sentences above it do.
  button: { marginLeft: theme.spacing(-0.625) },
  command: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    paddingBottom: theme.spacing(1),
  },
}));

export interface FoldedCommandProps {
  action: RolloutAction | 'undo';
  rollout: RolloutStatus;
  target: DeliveryTargetSummary;
}

/** The command that does what a dialog is about, for those who would rather run it themselves. */
export const FoldedCommand = ({
  action,
  rollout,
  target,
}: FoldedCommandProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const commandId = useId();
  const [open, setOpen] = useState(false);
  const { cluster } = target.destination;
  return (
    <div>
      <div className={classes.button}>
        <FoldButton
          open={open}
          controls={commandId}
          onClick={() => setOpen(!open)}
        >
          {t('commands.instead')}
        </FoldButton>
      </div>
      {open && (
        <div id={commandId} className={classes.command}>
          <CommandCode command={commandFor(action, rollout, cluster)} />
          <CommandContext cluster={cluster} />
        </div>
      )}
    </div>
  );
};
