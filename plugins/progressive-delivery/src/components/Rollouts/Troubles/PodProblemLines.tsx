import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { PodLogsLink } from '../ArgoCd/PodLogsLink';

/** What is wrong with a pod, how its container ended the last time, and its name to look it up by. */
export const PodProblemLines = ({
  pod: { name, problem, restarts, status },
}: {
  pod: PodStatus;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const { facts } = useListFormat();
  const { container, lastEnd, message } = problem ?? {};
  const end = () => {
    if (!lastEnd) {
      return undefined;
    }
    const { at, exitCode, reason, message: last } = lastEnd;
    const code = String(exitCode);
    const since = at === undefined ? undefined : clock.since(at);
    const sentence = () => {
      if (reason === undefined) {
        return since === undefined
          ? t('pods.ended', { code })
          : t('pods.endedSince', { code, since });
      }
      return since === undefined
        ? t('pods.endedBy', { code, reason })
        : t('pods.endedBySince', { code, reason, since });
    };
    // Where nothing else is known, the problem says what its end does.
    return last && last !== message
      ? t('rollout.because', { what: sentence(), message: last })
      : sentence();
  };
  const sentences = [end(), message].filter(Boolean);
  return (
    <>
      {sentences.map(sentence => (
        <div key={sentence}>{sentence}</div>
      ))}
      <div>
        {facts([
          t('pods.example', { name }),
          ...(container === undefined
            ? []
            : [t('pods.container', { container })]),
          ...(restarts > 0 ? [t('rollout.restarts', { count: restarts })] : []),
          ...(problem &&
          problem.reason !== status &&
          !status.endsWith(problem.reason)
            ? [status]
            : []),
        ])}
      </div>
      <PodLogsLink pod={name} />
    </>
  );
};
