import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Finding } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useRef } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ShowMore } from '../../ui/controls/ShowMore';
import { FindingDetails, FindingDetailsProps } from './FindingDetails';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
  },
}));

const FIRST = 20;
const STEP = 50;

export interface FindingListProps
  extends Pick<FindingDetailsProps, 'override' | 'busy'> {
  findings: Finding[];
  label: string;
  /** Whether a finding was not there when the preview was made. */
  isNew: (finding: Finding) => boolean;
}

/** Findings of one severity: those that nobody has seen yet first, and only so many at once. */
export const FindingList = ({
  findings,
  label,
  isNew,
  ...decision
}: FindingListProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const list = useRef<HTMLUListElement>(null);
  const first = useFirst(
    [...findings.filter(isNew), ...findings.filter(finding => !isNew(finding))],
    { first: FIRST, step: STEP },
  );
  return (
    <>
      <ul ref={list} className={classes.list} aria-label={label}>
        {first.shown.map(finding => (
          <li key={JSON.stringify([finding.id, finding.object, finding.seen])}>
            <FindingDetails
              finding={finding}
              isNew={isNew(finding)}
              {...decision}
            />
          </li>
        ))}
      </ul>
      <ShowMore of={first} list={list}>
        {t('preflight.moreFindings', { count: first.more })}
      </ShowMore>
    </>
  );
};
