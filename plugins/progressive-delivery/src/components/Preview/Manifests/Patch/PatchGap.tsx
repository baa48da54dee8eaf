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
  busy,
  columns,
  count,
  onOpen,
  problem,
}: {
  busy: boolean;
  columns: number;
  count: number;
  onOpen: () => void;
  /** Why they are not there yet. */
  problem: ReactNode;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <tr>
      <td colSpan={columns} className={classes.root}>
        <Button
          size="small"
          className={classes.button}
          startIcon={
            busy ? (
              <CircularProgress size={16} color="inherit" />
            ) : (
              <UnfoldMoreIcon />
            )
          }
          aria-busy={busy}
          onClick={onOpen}
        >
          {t('preview.showUnchangedLines', { count })}
        </Button>
        {problem}
      </td>
    </tr>
  );
};
