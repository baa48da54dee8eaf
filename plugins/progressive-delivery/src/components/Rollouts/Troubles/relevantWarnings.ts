import {
  RolloutStatus,
  WorkloadEvent,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Of several that say the same, with other words or times, one is enough; and more than these would be a log. */
const MOST_WARNINGS = 2;

/** Longer ago, it is of something else. */
const RECENT_MILLISECONDS = 10 * 60_000;

/** What the phase, the abort and the analyses say already. */
const SAID_ELSEWHERE =
  /^(RolloutAborted|InvalidSpec|ProgressDeadlineExceeded|(AnalysisRun|Experiment|Metric|Analysis|StepPlugin).*)$/;

/**
 * Warnings that tell why a workload does not move and nothing else does: that pods cannot be created, that the traffic
 * cannot be routed. What happens to pods, these tell themselves, but for those of an experiment.
 *
 * @param now - milliseconds since the epoch
 */
export function relevantWarnings(
  {
    events = [],
    experiments = [],
    phase,
  }: Pick<RolloutStatus, 'events' | 'experiments' | 'phase'>,
  now: number,
): WorkloadEvent[] {
  if (phase !== 'Progressing' && phase !== 'Degraded') {
    return [];
  }
  const experiment = experiments.find(({ current }) => current);
  const isShownAsPod = ({ kind, name }: WorkloadEvent) =>
    kind === 'Pod' && !(experiment && name.startsWith(`${experiment.name}-`));
  const reasons = new Set<string>();
  return events
    .filter(event => {
      const { at, reason, type } = event;
      const tells =
        type === 'Warning' &&
        !isShownAsPod(event) &&
        !SAID_ELSEWHERE.test(reason) &&
        at !== undefined &&
        now - Date.parse(at) < RECENT_MILLISECONDS &&
        !reasons.has(reason);
      if (tells) {
        reasons.add(reason);
      }
      return tells;
    })
    .slice(0, MOST_WARNINGS);
}
