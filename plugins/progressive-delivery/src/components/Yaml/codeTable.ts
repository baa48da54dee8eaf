import { createStyles, Theme } from '@material-ui/core/styles';

/** A table of lines of code as wide as there is room, of which the columns of texts share what is left. */
export const codeTable = (theme: Theme) =>
  createStyles({
    table: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      backgroundColor: theme.palette.background.default,
      border: `1px solid ${theme.palette.divider}`,
      fontFamily: 'monospace',
      fontSize: 12.5,
      lineHeight: 1.5,
      '& td': { padding: theme.spacing(0, 1), verticalAlign: 'top' },
    },
  });
