import {
  RevisionStatus,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A status in sentences: its phase, where it is, and each of its revisions. */
export function sentences(status: RolloutStatus): string[] {
  const { aborted, message, pausedSince, phase, replicas } = status;
  return [
    [
      `${phase}${message ? `: ${message}` : ''}`,
      ...(pausedSince ? [`since ${pausedSince}`] : []),
      ...(aborted ? ['aborted'] : []),
    ].join(', '),
    ...stepsAndWeight(status),
    `${replicas.desired} desired, ${replicas.current} there, ${replicas.updated} updated, ${replicas.ready} ready, ${replicas.available} available`,
    ...status.revisions.map(revision),
  ];
}

/** The steps of a status with their states. */
export function steps({ steps: all }: RolloutStatus): string[] {
  return all.map(({ description, state }) => `${description.text} (${state})`);
}

function stepsAndWeight(status: RolloutStatus): string[] {
  const { stepIndex, steps: all, weight } = status;
  if (!weight) {
    return [];
  }
  const states = all.map(({ state }) => state);
  return [
    [
      all.length > 0 && `step ${stepIndex ?? '?'}/${all.length}`,
      all.length > 0 && `(${states.join(' ')})`,
      `weight ${weight.set} set, ${weight.actual ?? '?'} actual`,
    ]
      .filter(Boolean)
      .join(' '),
  ];
}

function revision({
  desired,
  images,
  pods,
  ready,
  revision: number,
  role,
}: RevisionStatus): string {
  const counted = new Map<string, number>();
  for (const { ready: isReady, status } of pods) {
    const text = `${status}${isReady ? '' : ', not ready'}`;
    counted.set(text, (counted.get(text) ?? 0) + 1);
  }
  const said = Array.from(
    counted,
    ([text, amount]) => `${amount} ${text}`,
  ).join('; ');
  return `${role} revision ${number} with ${images
    .map(image => image.slice(image.lastIndexOf('/') + 1))
    .join(', ')}: ${ready} of ${desired} ready${said && ` (${said})`}`;
}
