import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { WorkloadEntry } from './summaryOf';

/** A workload and its target, where the target is not called like it. */
export function useWorkloadName(): (entry: WorkloadEntry) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return ({ rollout: { name }, target: { title } }) =>
    title === name ? name : t('summary.workload', { name, target: title });
}
