import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  FleetQuery,
  FleetResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FleetView } from '../../hooks/useFleetQuery';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { SearchField } from '../../ui/controls/SearchField';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  search: { flex: '1 1 260px', maxWidth: 420 },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  chip: {
    margin: 0,
    // Which one is pressed is told by a background, which forced colors take away.
    '@media (forced-colors: active)': {
      '&[aria-pressed="true"]': { border: '3px solid' },
    },
  },
  status: { flexBasis: '100%' },
}));

const FILTERS: {
  filter: FleetQuery['filter'];
  count: keyof FleetResponse['counts'];
}[] = [
  { filter: 'all', count: 'components' },
  { filter: 'attention', count: 'attention' },
  { filter: 'rollouts', count: 'rollouts' },
  { filter: 'switchable', count: 'switchable' },
  { filter: 'proposals', count: 'proposals' },
  { filter: 'unknown', count: 'unknown' },
];

export interface FleetFiltersProps {
  view: FleetView;
  /** What the backend last said. */
  known: FleetResponse | undefined;
  onChange: (to: Partial<FleetView>) => void;
}

/** How many components there are of which kind, each a filter; the search; and how far all is known. */
export const FleetFilters = ({ known, onChange, view }: FleetFiltersProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <div className={classes.root}>
      <SearchField
        className={classes.search}
        label={t('fleet.search')}
        placeholder={t('fleet.searchHelp')}
        value={view.search}
        onChange={search => onChange({ search })}
        maxLength={200}
      />
      <ul className={classes.filters} aria-label={t('fleet.filters')}>
        {FILTERS.map(({ count, filter }) => (
          <li key={filter}>
            <Chip
              className={classes.chip}
              component="button"
              clickable
              aria-pressed={view.filter === filter}
              color={view.filter === filter ? 'primary' : 'default'}
              variant={view.filter === filter ? 'default' : 'outlined'}
              label={
                known
                  ? t('fleet.counted', {
                      label: t(`fleet.filter.${filter}`),
                      amount: known.counts[count],
                    })
                  : t(`fleet.filter.${filter}`)
              }
              onClick={() => onChange({ filter })}
            />
          </li>
        ))}
      </ul>
      <Typography
        variant="body2"
        color="textSecondary"
        role="status"
        className={classes.status}
      >
        {known ? t('fleet.total', { count: known.total }) : t('fleet.loading')}
      </Typography>
      {known?.reading.state === 'pending' && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.status}
        >
          {t('fleet.reading', {
            live: known.reading.live,
            switches: known.reading.switches,
            components: known.counts.components,
          })}
        </Typography>
      )}
    </div>
  );
};
