import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Finding,
  FindingSeverity,
  Preflight,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FindingDetails, FindingDetailsProps } from './FindingDetails';
import { PreflightSummary } from './PreflightSummary';
import { UncheckedList } from './UncheckedList';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  heading: { fontWeight: 'bold' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
  },
  folded: {
    cursor: 'pointer',
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** In this order. */
const SEVERITIES: FindingSeverity[] = ['block', 'warn', 'unknown', 'info'];

export interface PreflightViewProps
  extends Pick<FindingDetailsProps, 'override' | 'busy'> {
  preflight: Preflight;
  /** Whether a finding was not there when the preview was made. */
  isNew: (finding: Finding) => boolean;
}

/** What may go wrong with a switch, what matters most first, and what nobody could look at. */
export const PreflightView = ({
  preflight,
  isNew,
  ...decision
}: PreflightViewProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { findings, unchecked } = preflight;
  return (
    <div className={classes.root}>
      <Typography variant="body2" component="h3" className={classes.heading}>
        {t('preflight.title')}
      </Typography>
      <PreflightSummary preflight={preflight} />
      {SEVERITIES.map(severity => {
        const found = findings.filter(each => each.severity === severity);
        if (found.length === 0) {
          return null;
        }
        const title = t(`preflight.severity.${severity}`, {
          number: String(found.length),
        });
        const list = (
          <ul className={classes.list} aria-label={title}>
            {found.map(finding => (
              <li
                key={JSON.stringify([finding.id, finding.object, finding.seen])}
              >
                <FindingDetails
                  finding={finding}
                  isNew={isNew(finding)}
                  {...decision}
                />
              </li>
            ))}
          </ul>
        );
        return severity === 'info' ? (
          <details key={severity}>
            <summary className={classes.folded}>{title}</summary>
            {list}
          </details>
        ) : (
          <div key={severity}>
            <Typography variant="body2" component="h4">
              {title}
            </Typography>
            {list}
          </div>
        );
      })}
      {unchecked.length > 0 && <UncheckedList unchecked={unchecked} />}
    </div>
  );
};
