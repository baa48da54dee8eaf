import { makeStyles } from '@material-ui/core/styles';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { SandboxPart } from './sandboxStatus';
import { useSandboxStatus } from './useSandboxStatus';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(2),
    borderLeft: `4px solid ${theme.palette.primary.main}`,
  },
  progress: { marginTop: theme.spacing(1) },
  commands: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: theme.spacing(3),
    rowGap: theme.spacing(0.25),
    margin: theme.spacing(1, 0, 0),
  },
  command: { fontFamily: 'monospace' },
  explanation: { margin: 0 },
}));

const commands = [
  ['npm run sandbox merge', 'merges the open pull request'],
  [
    'npm run sandbox deploy agents-controllers',
    'commits a new image, so that a canary starts',
  ],
  [
    'npm run sandbox promote agents-controllers',
    'promotes the canary that is paused',
  ],
];

const sentenceFor = (part: SandboxPart) =>
  part.message
    ? `${part.title}: ${part.message}`
    : `${part.title}: ${part.state}`;

export const SandboxNotice = () => {
  const classes = useStyles();
  const status = useSandboxStatus();

  if (!status || status.state === 'absent') {
    return null;
  }
  if (status.state === 'stopped') {
    return (
      <Paper className={classes.root} role="status">
        <Typography variant="subtitle2">
          The sandbox is stopped. Start it with npm start.
        </Typography>
      </Paper>
    );
  }
  if (status.state === 'ready') {
    return (
      <Paper className={classes.root} role="note" aria-label="Sandbox">
        <Typography variant="subtitle2">
          This is the sandbox: real Argo CD, Argo Rollouts and Git host on this
          machine. In a second terminal:
        </Typography>
        <dl className={classes.commands}>
          {commands.map(([command, explanation]) => [
            <Typography
              key={command}
              component="dt"
              variant="body2"
              className={classes.command}
            >
              {command}
            </Typography>,
            <Typography
              key={`${command} explanation`}
              component="dd"
              variant="body2"
              color="textSecondary"
              className={classes.explanation}
            >
              {explanation}
            </Typography>,
          ])}
        </dl>
      </Paper>
    );
  }
  const ready = status.parts.filter(part => part.state === 'ready').length;
  const parts = status.parts.length;
  const build = status.state === 'starting' ? status.build : undefined;
  const { label, message, share } = build
    ? { label: 'What is built of the sandbox', ...build }
    : {
        label: 'Parts of the sandbox that are ready',
        message: `${ready} of ${parts} parts are ready`,
        share: ready / parts,
      };
  const busy = status.parts.filter(part =>
    ['building', 'starting', 'failed'].includes(part.state),
  );
  return (
    <Paper className={classes.root} role="status">
      <Typography variant="subtitle2">
        {status.state === 'failed'
          ? 'The sandbox could not start.'
          : `The sandbox is coming up: ${message}.`}
      </Typography>
      {busy.map(part => (
        <Typography
          key={part.name}
          variant="body2"
          color={part.state === 'failed' ? 'error' : 'textSecondary'}
        >
          {sentenceFor(part)}
        </Typography>
      ))}
      {status.state === 'starting' && (
        <LinearProgress
          className={classes.progress}
          variant="determinate"
          value={100 * share}
          aria-label={label}
        />
      )}
    </Paper>
  );
};
