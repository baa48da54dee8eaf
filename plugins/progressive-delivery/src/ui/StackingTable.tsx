import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell, { TableCellProps } from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow, { TableRowProps } from '@material-ui/core/TableRow';
import { ReactNode, Ref } from 'react';
import { ScrollableTable } from './ScrollableTable';

const useStyles = makeStyles(theme => ({
  root: {
    '& tbody th, & tbody td': { verticalAlign: 'top' },
    [theme.breakpoints.down('xs')]: {
      '&, & tbody, & tr, & tbody th, & tbody td': { display: 'block' },
      '& thead, & tbody td:empty': { display: 'none' },
      '& tbody tr': {
        padding: theme.spacing(1, 0),
        // Stripes are for rows that are lines.
        '&:nth-of-type(n)': { backgroundColor: 'transparent' },
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& tbody th, & tbody td': {
        minWidth: 0,
        padding: theme.spacing(0.25, 0),
        border: 0,
      },
      '& tbody td[data-label]': {
        display: 'grid',
        gridTemplateColumns: '96px minmax(0, 1fr)',
        columnGap: theme.spacing(1),
        '&::before': {
          content: 'attr(data-label)',
          color: theme.palette.text.secondary,
        },
        '& > *': { gridColumn: 2 },
      },
      // Nothing to say: a name of it would say no more.
      '& tbody td:empty': { display: 'none' },
    },
  },
}));

export interface StackingTableProps {
  /** What the table is of, for those who listen. */
  label: string;
  /** How wide it is at least where its rows are no stacks, so that it scrolls rather than breaks words. */
  className: string;
  /** The cells of its head. */
  head: ReactNode;
  /** Its rows, see `StackingRow`. */
  children: ReactNode;
  busy?: boolean;
  tableRef?: Ref<HTMLTableElement>;
}

/**
 * A table whose rows are stacks of their cells where a page is too narrow for columns. Roles are said, since browsers take
 * what is laid out otherwise for no table.
 */
export const StackingTable = ({
  label,
  className,
  head,
  children,
  busy,
  tableRef,
}: StackingTableProps) => {
  const classes = useStyles();
  return (
    <ScrollableTable label={label}>
      <Table
        size="small"
        role="table"
        ref={tableRef}
        className={`${classes.root} ${className}`}
        tabIndex={-1}
        aria-label={label}
        aria-busy={busy}
      >
        <TableHead>
          <TableRow>{head}</TableRow>
        </TableHead>
        <TableBody role="rowgroup">{children}</TableBody>
      </Table>
    </ScrollableTable>
  );
};

/** A row of such a table. */
export const StackingRow = (props: TableRowProps) => (
  <TableRow role="row" {...props} />
);

/** A cell of such a row. `label`: the head of its column, where the cell alone would not tell what it is. */
export const StackingCell = ({
  label,
  ...props
}: TableCellProps & { label?: string }) => (
  <TableCell role="cell" data-label={label} {...props} />
);
