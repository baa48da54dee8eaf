import TableContainer from '@material-ui/core/TableContainer';
import { ReactNode } from 'react';

export interface ScrollableTableProps {
  /** What the table is of, for those who listen. */
  label: string;
  children: ReactNode;
}

/** Room for a table that may be wider than the page: it scrolls, by keyboard too. */
export const ScrollableTable = ({ label, children }: ScrollableTableProps) => (
  <TableContainer role="group" aria-label={label} tabIndex={0}>
    {children}
  </TableContainer>
);
