import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FleetRow } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useContext, useMemo } from 'react';
import { EntityTab } from '../../hooks/EntityTab';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { StackingCell, StackingRow } from '../../ui/StackingTable';
import { WebLink } from '../../ui/controls/WebLink';
import { FleetState } from './FleetState';
import { Since } from './Since';

const useStyles = makeStyles({
  component: { minWidth: 160 },
  name: { fontWeight: 'bold', overflowWrap: 'anywhere' },
  state: { minWidth: 200, overflowWrap: 'anywhere' },
  numbers: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    minWidth: 110,
    overflowWrap: 'anywhere',
  },
});

function useEntityPath(): (entityRef: string) => string {
  const route = useRouteRef(entityRouteRef);
  return entityRef => {
    const { kind, name, namespace } = parseEntityRef(entityRef);
    return route({
      kind: kind.toLocaleLowerCase('en-US'),
      namespace: namespace.toLocaleLowerCase('en-US'),
      name,
    });
  };
}

/** A reference as people read it: without what goes without saying. */
function shortRef(entityRef: string): string {
  const { name, namespace } = parseEntityRef(entityRef);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

const Switches = ({ switches }: Pick<FleetRow, 'switches'>) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { count, on, state, switchable } = switches;
  if (state !== 'done') {
    return <>{t(`fleet.switches.${state}`)}</>;
  }
  if (count === 0) {
    return <>{t('fleet.switches.none')}</>;
  }
  return (
    <>
      <div>{t('fleet.switches.on', { on, all: count })}</div>
      {switchable > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('fleet.switches.switchable', { count: switchable })}
        </Typography>
      )}
    </>
  );
};

const Proposals = ({
  proposals,
  switches,
}: Pick<FleetRow, 'proposals' | 'switches'>) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { open, state } = proposals;
  const ofOnly =
    switches.state === 'done' && switches.count === 1 ? 'only.' : '';
  if (open.length > 0) {
    return (
      <ul className={classes.list}>
        {open.map(({ enabled, number, switch: id, url }) => (
          <li key={`${url} ${id}`}>
            <WebLink url={url}>
              {t(`fleet.proposals.${ofOnly}${enabled ? 'on' : 'off'}`, {
                number: String(number),
                switch: id,
              })}
            </WebLink>
          </li>
        ))}
      </ul>
    );
  }
  switch (state) {
    case 'pending':
      return <>{t('fleet.proposals.pending')}</>;
    case 'done':
      return <>{t('fleet.proposals.none')}</>;
    case 'failed':
    case 'unknown':
      return <>{t('fleet.proposals.failed')}</>;
    default:
      return state satisfies never;
  }
};

/** One component. */
export const FleetComponentRow = ({ row }: { row: FleetRow }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const entityPath = useEntityPath();
  const page = entityPath(row.entityRef);
  const tabOf = useContext(EntityTab);
  const tab = useMemo(() => tabOf(page), [tabOf, page]);
  const [worst] = row.workloads;
  return (
    <StackingRow>
      <StackingCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.component}
      >
        <Link to={tab ?? page} className={classes.name}>
          {row.title ?? shortRef(row.entityRef)}
        </Link>
      </StackingCell>
      <StackingCell className={classes.state}>
        <FleetState row={row} />
      </StackingCell>
      <StackingCell label={t('fleet.column.kind')}>
        {t(`fleet.kind.${row.kind}`)}
      </StackingCell>
      <StackingCell label={t('fleet.column.step')} className={classes.numbers}>
        {worst?.step &&
          t('fleet.step', {
            step: worst.step.number,
            steps: worst.step.count,
          })}
        {worst?.step && worst.weight !== undefined && (
          <div>{t('fleet.weight', { weight: worst.weight })}</div>
        )}
      </StackingCell>
      <StackingCell label={t('fleet.column.since')} className={classes.numbers}>
        {row.since && <Since time={row.since} />}
      </StackingCell>
      <StackingCell label={t('fleet.column.switches')}>
        <Switches switches={row.switches} />
      </StackingCell>
      <StackingCell label={t('fleet.column.proposals')}>
        <Proposals proposals={row.proposals} switches={row.switches} />
      </StackingCell>
      <StackingCell label={t('fleet.column.owner')}>
        {row.owners.map(owner => (
          <div key={owner}>
            <Link to={entityPath(owner)}>{shortRef(owner)}</Link>
          </div>
        ))}
      </StackingCell>
    </StackingRow>
  );
};
