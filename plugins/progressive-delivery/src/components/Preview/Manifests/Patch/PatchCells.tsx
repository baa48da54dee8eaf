import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { progressiveDeliveryTranslationRef } from '../../../../translation';
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
  // A border, which forced colors keep.
  unstable: { borderLeft: `3px dashed ${theme.palette.status.warning}` },
  note: {
    ...theme.typography.caption,
    marginLeft: theme.spacing(1),
    fontStyle: 'italic',
    // What is copied is the text.
    userSelect: 'none',
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
  isUnstable = false,
}: {
  numbers: (number | undefined)[];
  line?: YamlLine;
  side: LineSide;
  /** Whether it differs each time the chart is rendered. */
  isUnstable?: boolean;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
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
      <td
        className={`${classes.text} ${background} ${
          isUnstable ? classes.unstable : ''
        }`}
      >
        <LineText line={line} side={side} />
        {isUnstable && (
          <span className={classes.note}>{t('preview.unstableLine')}</span>
        )}
      </td>
    </>
  );
};
