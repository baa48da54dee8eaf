import { makeStyles } from '@material-ui/core/styles';
import TableContainer from '@material-ui/core/TableContainer';
import { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    // Backstage's theme breaks words wherever a column would be narrower, and leaves no room between lines.
    '& td, & th': { wordBreak: 'normal', lineHeight: 1.43 },
    '& thead th': { whiteSpace: 'nowrap' },
  },
});

export interface ScrollableTableProps {
  /** What the table is of, for those who listen. */
  label: string;
  children: ReactNode;
}

/** Room for a table that may be wider than the page: it scrolls, by keyboard too. */
export const ScrollableTable = ({ label, children }: ScrollableTableProps) => (
  <TableContainer
    className={useStyles().root}
    role="group"
    aria-label={label}
    tabIndex={0}
  >
    {children}
  </TableContainer>
);
