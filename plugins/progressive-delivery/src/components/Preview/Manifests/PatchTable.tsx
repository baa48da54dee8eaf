import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { Fragment, useMemo } from 'react';
import { useFirst } from '../../../hooks/useFirst';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import {
  PatchLine,
  PatchRow,
  patchRows,
  UnifiedRow,
  unifiedRows,
} from './patchRows';
import { TextWithHiddenValues } from './TextWithHiddenValues';

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    fontFamily: 'monospace',
    fontSize: 12.5,
    lineHeight: 1.5,
    '& td': { padding: theme.spacing(0, 1), verticalAlign: 'top' },
  },
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
  removed: { backgroundColor: alpha(theme.palette.status.error, 0.14) },
  added: { backgroundColor: alpha(theme.palette.status.ok, 0.16) },
  removedPart: { backgroundColor: alpha(theme.palette.status.error, 0.32) },
  addedPart: { backgroundColor: alpha(theme.palette.status.ok, 0.38) },
  gap: {
    color: theme.palette.text.secondary,
    borderTop: `1px solid ${theme.palette.divider}`,
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontFamily: theme.typography.fontFamily,
  },
}));

/** Of the columns: the numbers of lines, their signs, and the texts, which share what is left. */
const widths = {
  unified: [44, 44, 24, 'auto'],
  split: [44, 24, 'auto', 44, 24, 'auto'],
} as const;

export type PatchLayout = keyof typeof widths;

const FIRST = 300;
const STEP = 1_000;

type Side = 'same' | 'removed' | 'added';

const signs: Record<Side, string> = { same: ' ', removed: '-', added: '+' };
const elements = { same: 'span', removed: 'del', added: 'ins' } as const;

const Text = ({ line, side }: { line: PatchLine; side: Side }) => {
  const classes = useStyles();
  const { changed, text } = line;
  const [start, end] = changed ?? [0, 0];
  const Element = elements[side];
  return (
    <Element>
      <TextWithHiddenValues text={text.slice(0, start)} />
      {end > start && (
        <span
          className={side === 'added' ? classes.addedPart : classes.removedPart}
        >
          {text.slice(start, end)}
        </span>
      )}
      <TextWithHiddenValues text={text === '' ? ' ' : text.slice(end)} />
    </Element>
  );
};

const Cells = ({
  numbers,
  line,
  side,
}: {
  numbers: (number | undefined)[];
  line?: PatchLine;
  side: Side;
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
        <Text line={line} side={side} />
      </td>
    </>
  );
};

/** The rows of either layout that are not of a line. */
const Aside = ({
  row,
  columns,
}: {
  row: Extract<PatchRow, { kind: 'gap' | 'note' }>;
  columns: number;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <tr>
      <td colSpan={columns} className={classes.gap}>
        {row.kind === 'gap'
          ? t('preview.unchangedLines', { count: row.count })
          : row.text}
      </td>
    </tr>
  );
};

const UnifiedRowView = ({ row }: { row: UnifiedRow }) => {
  switch (row.kind) {
    case 'same':
      return (
        <tr>
          <Cells
            numbers={[row.before.number, row.after.number]}
            line={row.after}
            side="same"
          />
        </tr>
      );
    case 'removed':
      return (
        <tr>
          <Cells
            numbers={[row.before.number, undefined]}
            line={row.before}
            side="removed"
          />
        </tr>
      );
    case 'added':
      return (
        <tr>
          <Cells
            numbers={[undefined, row.after.number]}
            line={row.after}
            side="added"
          />
        </tr>
      );
    case 'gap':
    case 'note':
      return <Aside row={row} columns={widths.unified.length} />;
    default:
      return row satisfies never;
  }
};

const SplitRowView = ({ row }: { row: PatchRow }) => {
  switch (row.kind) {
    case 'same':
    case 'change':
      return (
        <tr>
          <Cells
            numbers={[row.before?.number]}
            line={row.before}
            side={row.kind === 'same' ? 'same' : 'removed'}
          />
          <Cells
            numbers={[row.after?.number]}
            line={row.after}
            side={row.kind === 'same' ? 'same' : 'added'}
          />
        </tr>
      );
    case 'gap':
    case 'note':
      return <Aside row={row} columns={widths.split.length} />;
    default:
      return row satisfies never;
  }
};

export interface PatchTableProps {
  /** What it is that changes, for those who listen. */
  label: string;
  patch: string;
  layout: PatchLayout;
}

/** A unified diff, with the numbers of its lines, in one column or with both documents side by side. */
export const PatchTable = ({ label, patch, layout }: PatchTableProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const rows = useMemo(() => {
    const all = patchRows(patch);
    return layout === 'split'
      ? all.map(row => <SplitRowView row={row} />)
      : unifiedRows(all).map(row => <UnifiedRowView row={row} />);
  }, [patch, layout]);
  const { more, showMore, shown } = useFirst(rows, {
    first: FIRST,
    step: STEP,
  });
  return (
    <div>
      <table className={classes.table} aria-label={label}>
        <colgroup>
          {widths[layout].map((width, index) => (
            // Columns have no name but their place.
            // eslint-disable-next-line react/no-array-index-key
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <tbody>
          {shown.map((row, index) => (
            // Nor have lines of a text.
            // eslint-disable-next-line react/no-array-index-key
            <Fragment key={index}>{row}</Fragment>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Button size="small" onClick={showMore}>
          {t('preview.moreLines', { count: more })}
        </Button>
      )}
    </div>
  );
};
