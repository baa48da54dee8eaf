import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import Skeleton from '@material-ui/lab/Skeleton';
import { FleetRow } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FleetView } from '../../hooks/useFleetQuery';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ScrollableTable } from '../../ui/ScrollableTable';
import { FleetComponentRow } from './FleetComponentRow';

const useStyles = makeStyles({
  // Narrower, it scrolls rather than breaking words.
  table: { minWidth: 900 },
});

const COLUMNS = [
  'name',
  'attention',
  'kind',
  'step',
  'since',
  'switches',
  'proposals',
  'owner',
] as const;

type Column = (typeof COLUMNS)[number];

function isSort(column: Column): column is Column & FleetView['sort'] {
  return column !== 'step' && column !== 'switches' && column !== 'proposals';
}

/** As many as are drawn before anything is known. */
const SKELETONS = 8;

export interface FleetTableProps {
  view: FleetView;
  /** Absent while they load. */
  rows: FleetRow[] | undefined;
  onChange: (to: Partial<FleetView>) => void;
}

/** A page of components. */
export const FleetTable = ({ onChange, rows, view }: FleetTableProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const direction = (column: Column) =>
    view.sort === column ? view.order : undefined;
  return (
    <ScrollableTable label={t('fleet.table')}>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('fleet.table')}
        aria-busy={rows === undefined}
      >
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell
                key={column}
                scope="col"
                sortDirection={direction(column) ?? false}
              >
                {isSort(column) ? (
                  <TableSortLabel
                    active={view.sort === column}
                    direction={direction(column) ?? 'asc'}
                    onClick={() =>
                      onChange({
                        sort: column,
                        order: direction(column) === 'asc' ? 'desc' : 'asc',
                      })
                    }
                  >
                    {t(`fleet.column.${column}`)}
                  </TableSortLabel>
                ) : (
                  t(`fleet.column.${column}`)
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows
            ? rows.map(row => (
                <FleetComponentRow key={row.entityRef} row={row} />
              ))
            : Array.from({ length: SKELETONS }, (_, index) => (
                <TableRow key={index}>
                  {COLUMNS.map(column => (
                    <TableCell key={column}>
                      <Skeleton variant="text" />
                    </TableCell>
                  ))}
                </TableRow>
              ))}
        </TableBody>
      </Table>
    </ScrollableTable>
  );
};
