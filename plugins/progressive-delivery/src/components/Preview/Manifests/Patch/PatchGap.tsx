import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import UnfoldMoreIcon from '@material-ui/icons/UnfoldMore';
import { ReactNode } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    color: theme.palette.text.secondary,
    borderTop: `1px solid ${theme.palette.divider}`,
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontFamily: theme.typography.fontFamily,
  },
  button: { color: 'inherit', textTransform: 'none' },
}));

/** Lines that are left out, and the way to have them shown. */
export const PatchGap = ({
  columns,
  count,
  opening,
}: {
  columns: number;
  count: number;
  /** Absent where they cannot be shown. */
  opening?: {
    busy: boolean;
    onOpen: () => void;
    /** Why they are not there yet. */
    problem: ReactNode;
  };
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <tr>
      <td colSpan={columns} className={classes.root}>
        {opening ? (
          <Button
            size="small"
            className={classes.button}
            startIcon={
              opening.busy ? (
                <CircularProgress size={16} color="inherit" />
              ) : (
                <UnfoldMoreIcon />
              )
            }
            aria-busy={opening.busy}
            onClick={opening.onOpen}
          >
            {t('preview.showUnchangedLines', { count })}
          </Button>
        ) : (
          t('preview.unchangedLines', { count })
        )}
        {opening?.problem}
      </td>
    </tr>
  );
};
