import { alpha, makeStyles } from '@material-ui/core/styles';
import { LineSide, LineText } from '../../../Yaml/LineText';
import { YamlLine } from '../../../Yaml/YamlLine';

const useStyles = makeStyles(theme => ({
  number: {
    textAlign: 'right',
    color: theme.palette.text.secondary,
    // What is copied is the text.
    userSelect: 'none',
  },
  sign: { userSelect: 'none', color: theme.palette.text.secondary },
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    '& ins, & del': { textDecoration: 'none' },
  },
  // The color of text that stands back cannot be read on these.
  removed: {
    color: theme.palette.text.primary,
    backgroundColor: alpha(theme.palette.status.error, 0.14),
  },
  added: {
    color: theme.palette.text.primary,
    backgroundColor: alpha(theme.palette.status.ok, 0.16),
  },
}));

const signs: Record<LineSide, string> = { same: ' ', removed: '-', added: '+' };

/** A line's numbers, sign and text; nothing where there is no line. */
export const PatchCells = ({
  numbers,
  line,
  side,
}: {
  numbers: (number | undefined)[];
  line?: YamlLine;
  side: LineSide;
}) => {
  const classes = useStyles();
  if (!line) {
    return <td colSpan={numbers.length + 2} />;
  }
  const background = side === 'same' ? '' : classes[side];
  return (
    <>
      {numbers.map((number, index) => (
        <td
          // Before or after, by its place.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          className={`${classes.number} ${background}`}
        >
          {number}
        </td>
      ))}
      <td className={`${classes.sign} ${background}`}>{signs[side]}</td>
      <td className={`${classes.text} ${background}`}>
        <LineText line={line} side={side} />
      </td>
    </>
  );
};
