import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
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
  /** Counted from one. */
  page: number;
  /** Absent on the first page. */
  onPrevious?: () => void;
  /** Absent on the last page, and before it is known whether this is it. */
  onNext?: () => void;
}

/** The way from page to page; nothing where there is one alone. */
export const FleetPaging = ({ onNext, onPrevious, page }: FleetPagingProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (!onNext && !onPrevious) {
    return null;
  }
  return (
    <nav
      className={classes.root}
      aria-label={t('fleet.page', { page: String(page) })}
    >
      <IconButton
        size="small"
        aria-label={t('fleet.previous')}
        disabled={!onPrevious}
        onClick={onPrevious}
      >
        <PreviousIcon />
      </IconButton>
      <Typography variant="body2">
        {t('fleet.page', { page: String(page) })}
      </Typography>
      <IconButton
        size="small"
        aria-label={t('fleet.next')}
        disabled={!onNext}
        onClick={onNext}
      >
        <NextIcon />
      </IconButton>
    </nav>
  );
};
