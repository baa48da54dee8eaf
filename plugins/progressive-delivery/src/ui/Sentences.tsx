import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** A list of sentences; one alone stands without a bullet. */
export const Sentences = ({ sentences }: { sentences: string[] }) => {
  const classes = useStyles();
  if (sentences.length === 1) {
    return <>{sentences[0]}</>;
  }
  return (
    <ul className={classes.root}>
      {sentences.map((sentence, index) => (
        // Names of different things may make the same sentence.
        <li key={`${index} ${sentence}`}>{sentence}</li>
      ))}
    </ul>
  );
};
