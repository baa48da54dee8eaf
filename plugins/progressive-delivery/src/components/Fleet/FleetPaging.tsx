import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
import { FleetResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
}));

export interface FleetPagingProps {
  /** The last that was shown, as long as another one loads. */
  page: FleetResponse | undefined;
  /** Without a cursor: to the first page. Absent while another one loads; the buttons stay, and who is on them. */
  onTurn?: (cursor: string | undefined) => void;
}

/** The way from page to page; nothing where there is one alone. */
export const FleetPaging = ({ onTurn, page }: FleetPagingProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (!page || (page.before === 0 && page.next === undefined)) {
    return null;
  }
  const { before, next, previous, rows, total } = page;
  return (
    <nav className={classes.root} aria-label={t('fleet.pages')}>
      <IconButton
        size="small"
        aria-label={t('fleet.previous')}
        disabled={before === 0}
        onClick={() => onTurn?.(previous)}
      >
        <PreviousIcon />
      </IconButton>
      <Typography variant="body2">
        {t('fleet.range', {
          from: before + 1,
          to: before + rows.length,
          total,
        })}
      </Typography>
      <IconButton
        size="small"
        aria-label={t('fleet.next')}
        disabled={next === undefined}
        onClick={() => onTurn?.(next)}
      >
        <NextIcon />
      </IconButton>
    </nav>
  );
};
