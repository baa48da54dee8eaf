import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  FindingSeverity,
  Preflight,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Working } from '../../ui/Working';
import { FindingList, FindingListProps } from './FindingList';
import { PreflightSummary } from './PreflightSummary';
import { UncheckedList } from './UncheckedList';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
  },
  heading: { fontWeight: 'bold' },
  folded: {
    cursor: 'pointer',
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** In this order. */
const SEVERITIES: FindingSeverity[] = ['block', 'warn', 'unknown', 'info'];

export interface PreflightViewProps
  extends Omit<FindingListProps, 'findings' | 'label'> {
  preflight: Preflight;
  /** What is being done to look again; absent where nobody looks. */
  doing?: string;
  onCheckAgain: () => void;
}

/** What may go wrong with a switch, what matters most first, and what nobody could look at. */
export const PreflightView = ({
  preflight,
  doing,
  onCheckAgain,
  ...decision
}: PreflightViewProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { findings, unchecked } = preflight;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" component="h3" className={classes.heading}>
          {t('preflight.title')}
        </Typography>
        <Button
          size="small"
          color="primary"
          // Not disabled meanwhile: that would take the focus from it.
          aria-disabled={doing !== undefined}
          onClick={
            doing !== undefined || decision.busy ? undefined : onCheckAgain
          }
        >
          {t('preflight.checkAgain')}
        </Button>
      </div>
      {doing !== undefined && <Working doing={doing} />}
      <div role="status">
        <PreflightSummary preflight={preflight} />
      </div>
      {SEVERITIES.map(severity => {
        const found = findings.filter(each => each.severity === severity);
        if (found.length === 0) {
          return null;
        }
        const title = t(`preflight.severity.${severity}`, {
          amount: found.length,
        });
        const list = (
          <FindingList findings={found} label={title} {...decision} />
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
