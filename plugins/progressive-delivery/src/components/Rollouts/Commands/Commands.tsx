import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId, useState } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { FoldButton } from '../../../ui/controls/FoldButton';
import { CommandContext } from './CommandContext';
import { CommandList } from './CommandList';
import { commandsFor } from './commandsFor';

const useStyles = makeStyles(theme => ({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  fold: { alignSelf: 'flex-start' },
}));

export interface CommandsProps {
  rollout: RolloutStatus;
  target: DeliveryTargetSummary;
  /** Why there are only commands; absent where that is told already. */
  because?: string;
}

/** The commands to run where a Rollout waits, moves or fails; what else can be done is folded. */
export const Commands = ({ rollout, target, because }: CommandsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const othersId = useId();
  const [open, setOpen] = useState(false);
  const { cluster } = target.destination;
  const { main, others } = commandsFor(rollout, cluster);
  const reason = because !== undefined && (
    <Typography variant="body2" color="textSecondary">
      {because}
    </Typography>
  );
  const context = <CommandContext cluster={cluster} />;
  return main.length + others.length === 0 ? null : (
    <div className={classes.group}>
      {main.length > 0 && (
        <>
          {reason}
          <CommandList
            label={t('commands.label', { name: rollout.name })}
            commands={main}
          />
          {context}
        </>
      )}
      {others.length > 0 && (
        <div className={classes.fold}>
          <FoldButton
            open={open}
            controls={othersId}
            onClick={() => setOpen(!open)}
          >
            {t(main.length > 0 ? 'commands.others' : 'commands.all')}
          </FoldButton>
        </div>
      )}
      {others.length > 0 && open && (
        <div id={othersId} className={classes.group}>
          {main.length === 0 && reason}
          <CommandList
            label={t('commands.othersLabel', { name: rollout.name })}
            commands={others}
          />
          {main.length === 0 && context}
        </div>
      )}
    </div>
  );
};
