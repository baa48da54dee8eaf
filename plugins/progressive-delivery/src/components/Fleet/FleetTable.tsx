import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { FleetRow } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FleetView } from '../../hooks/useFleetQuery';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Placeholder } from '../../ui/Placeholder';
import {
  StackingCell,
  StackingRow,
  StackingTable,
} from '../../ui/StackingTable';
import { FleetComponentRow } from './FleetComponentRow';

const useStyles = makeStyles(theme => ({
  table: {
    [theme.breakpoints.up('sm')]: {
      minWidth: 900,
      // All columns are seen at once where a window is 1280 pixels wide.
      '& th, & td': { padding: theme.spacing(0.75, 1) },
    },
  },
}));

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

/** The first order of a column: of pull requests, one looks for where there are any. */
const firstOrder = (column: Column): FleetView['order'] =>
  column === 'proposals' ? 'desc' : 'asc';

const opposite = (order: FleetView['order']): FleetView['order'] =>
  order === 'asc' ? 'desc' : 'asc';

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
    <StackingTable
      label={t('fleet.table')}
      className={classes.table}
      busy={rows === undefined}
      head={COLUMNS.map(column => (
        <TableCell
          key={column}
          scope="col"
          sortDirection={direction(column) ?? false}
        >
          <TableSortLabel
            active={view.sort === column}
            direction={direction(column) ?? firstOrder(column)}
            onClick={() =>
              onChange({
                sort: column,
                order:
                  view.sort === column
                    ? opposite(view.order)
                    : firstOrder(column),
              })
            }
          >
            {t(`fleet.column.${column}`)}
          </TableSortLabel>
        </TableCell>
      ))}
    >
      {rows
        ? rows.map(row => <FleetComponentRow key={row.entityRef} row={row} />)
        : Array.from({ length: SKELETONS }, (_, index) => (
            <StackingRow key={index}>
              {COLUMNS.map(column => (
                <StackingCell key={column}>
                  <Placeholder width="100%" />
                  {column === 'attention' && <Placeholder width="60%" />}
                </StackingCell>
              ))}
            </StackingRow>
          ))}
    </StackingTable>
  );
};
