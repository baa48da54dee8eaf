import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { progressiveDeliveryTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  code: {
    flex: 1,
    minWidth: 0,
    margin: theme.spacing(0.5, 0),
    fontFamily: 'monospace',
    fontSize: 12.5,
    lineHeight: 1.5,
    // Wrapped, so that nothing has to be scrolled.
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
  },
}));

export interface CopyableCodeProps {
  /** What it is, for those who listen. */
  label: string;
  code: string;
  copyLabel: string;
}

/** Lines to add or a command to run, as they are, with a button that copies them. */
export const CopyableCode = ({ label, code, copyLabel }: CopyableCodeProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <div className={classes.root} role="group" aria-label={label}>
      <pre className={classes.code}>
        <code>{code}</code>
      </pre>
      <CopyTextButton
        text={code}
        aria-label={copyLabel}
        tooltipText={t('preview.copied')}
        variant="tertiary"
      />
    </div>
  );
};
