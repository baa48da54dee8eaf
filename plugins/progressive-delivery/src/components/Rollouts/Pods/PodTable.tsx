import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import Typography from '@material-ui/core/Typography';
import {
  PodStatus,
  RevisionStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMemo, useRef } from 'react';
import { useFirst } from '../../../hooks/useFirst';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { ShowMore } from '../../../ui/controls/ShowMore';
import {
  StackingCell,
  StackingRow,
  StackingTable,
} from '../../../ui/StackingTable';
import { PodLogsLink } from '../ArgoCd/PodLogsLink';
import { PodAge } from './PodAge';
import { PodState, podState } from './podState';

const useStyles = makeStyles(theme => ({
  table: { [theme.breakpoints.up('sm')]: { minWidth: 640 } },
  name: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  numbers: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  message: { overflowWrap: 'anywhere' },
}));

const COLUMNS = [
  'name',
  'revision',
  'state',
  'ready',
  'restarts',
  'age',
] as const;

const FIRST = 50;
const STEP = 200;

const ORDER: readonly PodState[] = ['failing', 'pending', 'ready'];

const Row = ({
  pod,
  role,
}: {
  pod: PodStatus;
  role: RevisionStatus['role'];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { createdAt, name, problem, ready, restarts, status } = pod;
  return (
    <StackingRow>
      <StackingCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        <div>{name}</div>
        <PodLogsLink pod={name} />
      </StackingCell>
      <StackingCell label={t('pods.column.revision')}>
        {t(`role.${role}`)}
      </StackingCell>
      <StackingCell label={t('pods.column.state')}>
        <div>{status}</div>
        {problem && problem.reason !== status && <div>{problem.reason}</div>}
        {problem?.message !== undefined && (
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.message}
          >
            {problem.message}
          </Typography>
        )}
      </StackingCell>
      <StackingCell label={t('pods.column.ready')}>
        {ready ? t('rollout.podReady') : t('rollout.podNotReady')}
      </StackingCell>
      <StackingCell
        label={t('pods.column.restarts')}
        className={classes.numbers}
      >
        {t('pods.restarts', { restarts })}
      </StackingCell>
      <StackingCell label={t('pods.column.age')} className={classes.numbers}>
        {createdAt !== undefined && <PodAge since={createdAt} />}
      </StackingCell>
    </StackingRow>
  );
};

export interface PodTableProps {
  /** What the pods belong to. */
  owner: string;
  revisions: readonly RevisionStatus[];
}

/** All pods of a workload, those that are not ready first: what dots tell to a mouse, for everybody. */
export const PodTable = ({ owner, revisions }: PodTableProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const pods = useMemo(() => {
    const all = revisions.flatMap(revision =>
      revision.pods.map(pod => ({ pod, role: revision.role })),
    );
    return ORDER.flatMap(state =>
      all.filter(({ pod }) => podState(pod) === state),
    );
  }, [revisions]);
  const table = useRef<HTMLTableElement>(null);
  const first = useFirst(pods, {
    first: FIRST,
    step: STEP,
  });
  return (
    <div>
      <StackingTable
        tableRef={table}
        label={t('rollout.pods', { name: owner })}
        className={classes.table}
        head={COLUMNS.map(column => (
          <TableCell key={column} scope="col">
            {t(`pods.column.${column}`)}
          </TableCell>
        ))}
      >
        {first.shown.map(({ pod, role }) => (
          <Row key={pod.name} pod={pod} role={role} />
        ))}
      </StackingTable>
      <ShowMore of={first} list={table}>
        {t('pods.showMore', { count: first.more })}
      </ShowMore>
    </div>
  );
};
