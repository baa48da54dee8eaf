import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useContext, useMemo } from 'react';
import { ClockAhead } from '../../hooks/time/ClockAhead';
import { useNow } from '../../hooks/time/useNow';
import { useTimeFormat } from '../../hooks/texts/useTimeFormat';
import { useSnapshots } from '../../hooks/delivery/useSnapshots';
import { useTargets } from '../../hooks/delivery/useTargets';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/notices/Notice';
import { summaryOf, WorkloadEntry } from '../Summary/summaryOf';
import { useSummarySentence } from '../Summary/useSummarySentence';
import { useWorkloadName } from '../Summary/useWorkloadName';

/** Workloads that are named; the tab has the others. */
const MOST_NAMED = 3;

const Workload = ({ entry }: { entry: WorkloadEntry }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const sentenceOf = useSummarySentence();
  const { span } = useTimeFormat();
  const now = useNow() + useContext(ClockAhead);
  const workloadName = useWorkloadName();
  const { rollout, staleSince } = entry;
  const workload = { name: workloadName(entry), sentence: sentenceOf(rollout) };
  return (
    <>
      {staleSince === undefined
        ? t('warning.workload', workload)
        : t('warning.staleWorkload', {
            ...workload,
            age: span((now - staleSince) / 1000),
          })}
    </>
  );
};

const Warning = ({
  tabPath,
  targets,
}: {
  tabPath?: string;
  targets: DeliveryTargetSummary[];
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const key = JSON.stringify(targets.map(({ id }) => id));
  const ids = useMemo((): string[] => JSON.parse(key), [key]);
  const { entries } = summaryOf(targets, useSnapshots(ids));
  const needing = entries.filter(
    (entry): entry is WorkloadEntry =>
      entry.about === 'workload' &&
      (entry.attention === 'failing' || entry.attention === 'waiting'),
  );
  if (needing.length === 0) {
    return null;
  }
  const fails = needing.some(({ attention }) => attention === 'failing');
  const more = needing.length - MOST_NAMED;
  return (
    <Notice
      severity={fails ? 'error' : 'warning'}
      title={t(fails ? 'warning.failing' : 'warning.waiting', {
        count: needing.length,
      })}
      action={
        tabPath === undefined ? undefined : (
          <Link to={tabPath}>{t('warning.link')}</Link>
        )
      }
    >
      {needing.slice(0, MOST_NAMED).map(entry => (
        <div
          key={JSON.stringify([
            entry.target.id,
            entry.rollout.kind,
            entry.rollout.namespace,
            entry.rollout.name,
          ])}
        >
          <ClockAhead.Provider value={entry.clockAhead}>
            <Workload entry={entry} />
          </ClockAhead.Provider>
        </div>
      ))}
      {more > 0 && <div>{t('warning.more', { count: more })}</div>}
    </Notice>
  );
};

/**
 * Says on an entity's page that a rollout waits for somebody or fails, and which; nothing otherwise, and while that is not
 * known. Nobody is asked to sign in at a cluster just for it.
 */
export const EntityWarning = ({
  tabPath,
}: {
  /** Where the tab is; absent where the app does not show it. */
  tabPath?: string;
}) => {
  const { polled } = useTargets({ signIn: false });
  const targets =
    polled.state === 'loaded'
      ? polled.value.targets.filter(
          ({ destination }) => destination.authProvider === undefined,
        )
      : [];
  return targets.length === 0 ? null : (
    <Warning targets={targets} tabPath={tabPath} />
  );
};
