import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MetricStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** Says how often a metric was measured, and of what is not good, how much is let pass. */
export function useMetricCounts(): (metric: MetricStatus) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    ({ counts, limits, wanted, wantedConsecutiveSuccesses }) => {
      const parts: string[] = [
        wanted === undefined
          ? t('analysis.measured', { measured: String(counts.measured) })
          : t('analysis.measuredOf', {
              measured: String(counts.measured),
              wanted: String(wanted),
            }),
      ];
      if (wantedConsecutiveSuccesses !== undefined) {
        parts.push(
          t('analysis.inARow', {
            successes: String(counts.consecutiveSuccesses),
            wanted: String(wantedConsecutiveSuccesses),
          }),
        );
      }
      if (counts.failed > 0) {
        parts.push(
          limits.failed === undefined
            ? t('analysis.failedAny', { failed: String(counts.failed) })
            : t('analysis.failed', {
                failed: String(counts.failed),
                limit: String(limits.failed),
              }),
        );
      }
      if (counts.inconclusive > 0) {
        parts.push(
          t('analysis.inconclusive', {
            inconclusive: String(counts.inconclusive),
            limit: String(limits.inconclusive),
          }),
        );
      }
      if (counts.errors > 0) {
        parts.push(
          t('analysis.errors', {
            errors: String(counts.errors),
            inARow: String(counts.consecutiveErrors),
            limit: String(limits.consecutiveErrors),
          }),
        );
      }
      return parts.join(', ');
    },
    [t],
  );
}
