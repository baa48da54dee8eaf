import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MetricStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** Says how often a metric was measured, and of what is not good, how much is let pass. */
export function useMetricCounts(): (metric: MetricStatus) => string[] {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    ({ counts, limits, wanted, wantedConsecutiveSuccesses }) => {
      const parts: string[] = [
        wanted === undefined
          ? t('analysis.measured', { measured: counts.measured })
          : t('analysis.measuredOf', {
              measured: counts.measured,
              wanted,
            }),
      ];
      if (wantedConsecutiveSuccesses !== undefined) {
        parts.push(
          t('analysis.inARow', {
            successes: counts.consecutiveSuccesses,
            wanted: wantedConsecutiveSuccesses,
          }),
        );
      }
      if (counts.failed > 0) {
        parts.push(
          limits.failed === undefined
            ? t('analysis.failedAny', { failed: counts.failed })
            : t('analysis.failed', {
                failed: counts.failed,
                limit: limits.failed,
              }),
        );
      }
      if (counts.inconclusive > 0) {
        parts.push(
          t('analysis.inconclusive', {
            inconclusive: counts.inconclusive,
            limit: limits.inconclusive,
          }),
        );
      }
      if (counts.errors > 0) {
        parts.push(
          t('analysis.errors', {
            errors: counts.errors,
            inARow: counts.consecutiveErrors,
            limit: limits.consecutiveErrors,
          }),
        );
      }
      return parts;
    },
    [t],
  );
}
