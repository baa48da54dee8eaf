import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Notice } from '../../../ui/notices/Notice';
import { failingPods } from './failingPods';
import { PodProblemLines } from './PodProblemLines';
import { useFailingPodsTitle } from './useFailingPodsTitle';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Why pods of a revision fail, each reason once; nothing where none does. */
export const FailingPodsNotice = ({
  revision,
}: {
  revision: RevisionStatus;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleOf = useFailingPodsTitle();
  const groups = failingPods(revision);
  const title = titleOf(revision);
  if (title === undefined) {
    return null;
  }
  return (
    <Notice severity="error" title={title}>
      <ul className={classes.list}>
        {groups.map(({ count, first, reason }) => (
          <li key={`${reason} ${first.name}`}>
            {groups.length > 1 && t('pods.group', { pods: count, reason })}
            <PodProblemLines pod={first} />
          </li>
        ))}
      </ul>
    </Notice>
  );
};
