import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { commandsFor } from './commandsFor';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    alignItems: 'center',
    margin: 0,
    // A command takes the whole width where there is little of it.
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  command: {
    margin: 0,
    [theme.breakpoints.down('xs')]: { marginBottom: theme.spacing(1) },
  },
  code: {
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
    // One click takes the whole command.
    userSelect: 'all',
  },
}));

export interface CommandsProps {
  rollout: RolloutStatus;
  /** Why there are only commands. */
  because: string;
}

/** The commands to run where a Rollout waits, moves or fails. */
export const Commands = ({ rollout, because }: CommandsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const commands = commandsFor(rollout);
  if (commands.length === 0) {
    return null;
  }
  return (
    <div>
      <Typography variant="body2" color="textSecondary">
        {because}
      </Typography>
      <dl
        className={classes.list}
        aria-label={t('whatToDo.label', { name: rollout.name })}
      >
        {commands.flatMap(({ does, command }) => [
          <Typography key={does} component="dt" variant="body2">
            {t(`whatToDo.${does}`)}
          </Typography>,
          <dd key={command} className={classes.command}>
            <code className={classes.code}>{command}</code>
          </dd>,
        ])}
      </dl>
    </div>
  );
};
