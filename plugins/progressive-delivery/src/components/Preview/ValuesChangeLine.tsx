import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { ValuesChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    fontFamily: 'monospace',
    fontSize: 12.5,
    overflowWrap: 'anywhere',
  },
  line: { ...theme.typography.caption, color: theme.palette.text.secondary },
  value: {
    padding: theme.spacing(0.25, 0.75),
    textDecoration: 'none',
    borderRadius: theme.shape.borderRadius,
  },
  before: { backgroundColor: alpha(theme.palette.status.error, 0.18) },
  after: { backgroundColor: alpha(theme.palette.status.ok, 0.22) },
}));

/** The edit of the values file: the switch, where it is, and what becomes of it. */
export const ValuesChangeLine = ({ change }: { change: ValuesChange }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { after, before, line, path } = change;
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('preview.valuesChange')}
    >
      <span>{path}</span>
      <span className={classes.line}>
        {t('preview.line', { line: String(line) })}
      </span>
      {before === undefined ? (
        <span className={classes.line}>{t('preview.notThere')}</span>
      ) : (
        <del className={`${classes.value} ${classes.before}`}>
          {String(before)}
        </del>
      )}
      <span aria-hidden>→</span>
      <ins className={`${classes.value} ${classes.after}`}>{String(after)}</ins>
    </div>
  );
};
