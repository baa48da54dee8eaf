import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DeliveryChart } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2) },
  heading: { fontWeight: 'bold' },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  item: {
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  name: { marginRight: theme.spacing(1) },
  state: { color: theme.palette.text.secondary },
}));

export interface ChartChoiceProps {
  /** What the charts are of. */
  target: string;
  charts: DeliveryChart[];
  /** Of the one that is shown. */
  chosen?: string;
}

/** The charts of a target that renders several; each has an address of its own. */
export const ChartChoice = ({ charts, chosen, target }: ChartChoiceProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <Paper
      component="nav"
      className={classes.root}
      aria-label={t('preparation.charts', { target })}
    >
      <Typography
        variant="body2"
        component="h3"
        className={classes.heading}
        gutterBottom
      >
        {t('preparation.choose')}
      </Typography>
      <ul className={classes.list}>
        {charts.map(({ id, name, switches }) => (
          <li key={id} className={classes.item}>
            {id === chosen ? (
              <strong aria-current="page" className={classes.name}>
                {name}
              </strong>
            ) : (
              <Link
                to={`?${new URLSearchParams({ chart: id })}`}
                variant="body2"
                className={classes.name}
              >
                {name}
              </Link>
            )}{' '}
            <span className={classes.state}>
              {t(
                switches.length > 0
                  ? 'preparation.hasSwitch'
                  : 'preparation.hasNoSwitch',
              )}
            </span>
          </li>
        ))}
      </ul>
    </Paper>
  );
};
