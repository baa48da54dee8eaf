import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import ToggleButton from '@material-ui/lab/ToggleButton';
import {
  DeliveryTargetSummary,
  workloadKindSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { memo, useId, useRef } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { SearchField } from '../../ui/controls/SearchField';
import { isActive, NO_FILTER, WorkloadFilter } from './WorkloadFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
  },
  attention: {
    padding: theme.spacing(0.875, 1.5),
    textTransform: 'none',
    color: theme.palette.text.primary,
    // Not told by its colour alone.
    '&[aria-pressed="true"]': { boxShadow: 'inset 0 -3px 0 currentColor' },
    '@media (forced-colors: active)': {
      '&[aria-pressed="true"]': { borderWidth: 3 },
    },
  },
  choice: { minWidth: 140, maxWidth: 280 },
  name: { flex: '0 1 240px', minWidth: 140 },
}));

const field = { size: 'small', variant: 'outlined', margin: 'none' } as const;

export interface FilterBarProps {
  filter: WorkloadFilter;
  onChange: (filter: WorkloadFilter) => void;
  targets: DeliveryTargetSummary[];
  /** How many workloads there are. */
  count: number;
  shownCount: number;
}

/** What of all targets and workloads to look at. Memoized, since what is around it is drawn again with each change. */
export const FilterBar = memo(
  ({ filter, onChange, targets, count, shownCount }: FilterBarProps) => {
    const classes = useStyles();
    const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
    const root = useRef<HTMLDivElement>(null);
    const ids = useId();
    const active = isActive(filter);
    return (
      <Paper
        ref={root}
        className={classes.root}
        role="search"
        tabIndex={-1}
        aria-label={t('filter.label')}
      >
        <ToggleButton
          value="attention"
          size="small"
          className={classes.attention}
          selected={filter.attention}
          onChange={() => onChange({ ...filter, attention: !filter.attention })}
        >
          {t('filter.attention')}
        </ToggleButton>
        <TextField
          {...field}
          id={`${ids}-kind`}
          select
          className={classes.choice}
          label={t('filter.kind')}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          value={filter.kind ?? ''}
          onChange={event =>
            onChange({
              ...filter,
              kind: workloadKindSchema.options.find(
                kind => kind === event.target.value,
              ),
            })
          }
        >
          <option value="">{t('filter.allKinds')}</option>
          {workloadKindSchema.options.map(kind => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </TextField>
        {targets.length > 1 && (
          <TextField
            {...field}
            id={`${ids}-target`}
            select
            className={classes.choice}
            label={t('filter.target')}
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
            value={filter.target ?? ''}
            onChange={event =>
              onChange({ ...filter, target: event.target.value || undefined })
            }
          >
            <option value="">{t('filter.allTargets')}</option>
            {targets.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </TextField>
        )}
        <SearchField
          className={classes.name}
          label={t('filter.name')}
          value={filter.name}
          onChange={name => onChange({ ...filter, name })}
        />
        <Typography variant="body2" component="span" role="status">
          {active && t('filter.shown', { shown: shownCount, all: count })}
        </Typography>
        {active && (
          <Button
            size="small"
            onClick={() => {
              onChange(NO_FILTER);
              // The button goes, and with it the focus.
              root.current?.focus();
            }}
          >
            {t('filter.clear')}
          </Button>
        )}
      </Paper>
    );
  },
);
