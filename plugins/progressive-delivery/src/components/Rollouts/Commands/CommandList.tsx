import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { CommandCode } from './CommandCode';
import { Command } from './commandsFor';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(35%) minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(1),
    alignItems: 'center',
    margin: 0,
    // A command takes the whole width where there is little of it.
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  command: { margin: 0 },
}));

export interface CommandListProps {
  /** What they are for, for those who listen. */
  label: string;
  commands: Command[];
}

/** Commands to copy, each with what it does. */
export const CommandList = ({ label, commands }: CommandListProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <dl className={classes.list} aria-label={label}>
      {commands.flatMap(command => [
        <Typography key={command.does} component="dt" variant="body2">
          {t(`commands.does.${command.does}`)}
        </Typography>,
        <dd key={command.command} className={classes.command}>
          <CommandCode command={command} />
        </dd>,
      ])}
    </dl>
  );
};
