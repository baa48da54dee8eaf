import { CanaryStep } from '../../objects/canaryStep';

/**
 * Says what a step of a canary does.
 *
 * @param maxWeight - what stands for all traffic, `trafficRouting.maxTrafficWeight`
 */
export function describeStep(step: CanaryStep, maxWeight: number): string {
  switch (step.type) {
    case 'setWeight':
      return `Set weight to ${percentOf(step.weight, maxWeight)} %`;
    case 'pause':
      return step.duration === undefined
        ? 'Pause until promoted'
        : `Pause for ${describeDuration(step.duration)}`;
    case 'experiment':
      return [
        'Run an experiment',
        ...prefixed('with', enumerate(step.templates.map(({ name }) => name))),
        ...prefixed('for', step.duration && describeDuration(step.duration)),
      ].join(' ');
    case 'analysis':
      return [
        'Run analysis',
        ...prefixed(
          '',
          enumerate(step.templates.map(({ templateName }) => templateName)),
        ),
      ].join(' ');
    case 'setCanaryScale':
      return describeScale(step, maxWeight);
    case 'plugin':
      return `Run plugin ${step.name}`;
    case 'setHeaderRoute':
      return step.match.length === 0
        ? `Remove header route ${step.name ?? ''}`.trimEnd()
        : `Send requests with ${enumerate(
            step.match.map(describeHeader),
          )} to the canary`;
    case 'setMirrorRoute':
      return step.match.length === 0
        ? `Remove mirror route ${step.name ?? ''}`.trimEnd()
        : `Mirror ${
            step.percentage === undefined ? '' : `${step.percentage} % of `
          }the requests of route ${step.name ?? ''} to the canary`;
    case 'unknown':
      return step.key ?? 'Empty step';
    default:
      return step satisfies never;
  }
}

/** A weight as percent, with at most one decimal. */
export function percentOf(weight: number, maxWeight: number): number {
  return Math.round((weight * 1000) / maxWeight) / 10;
}

function describeScale(
  step: Extract<CanaryStep, { type: 'setCanaryScale' }>,
  maxWeight: number,
): string {
  if (step.weight !== undefined) {
    return `Scale the canary to ${percentOf(
      step.weight,
      maxWeight,
    )} % of the replicas`;
  }
  if (step.matchTrafficWeight) {
    return 'Scale the canary to match its weight';
  }
  if (step.replicas !== undefined) {
    return `Scale the canary to ${step.replicas} ${
      step.replicas === 1 ? 'replica' : 'replicas'
    }`;
  }
  return 'Scale the canary';
}

function describeHeader({
  headerName,
  headerValue,
}: Extract<CanaryStep, { type: 'setHeaderRoute' }>['match'][number]): string {
  const header = `header ${headerName}`;
  if (headerValue?.exact) {
    return `${header} "${headerValue.exact}"`;
  }
  if (headerValue?.prefix) {
    return `${header} starting with "${headerValue.prefix}"`;
  }
  return headerValue?.regex
    ? `${header} matching "${headerValue.regex}"`
    : header;
}

/** Go durations stay as they are; numbers, also as text, are seconds (`RolloutPause.DurationSeconds`). */
function describeDuration(duration: number | string): string {
  if (!/^\d+$/.test(String(duration))) {
    return String(duration);
  }
  const seconds = Number(duration);
  const parts = [
    { amount: Math.floor(seconds / 3600), unit: 'h' },
    { amount: Math.floor(seconds / 60) % 60, unit: 'm' },
    { amount: seconds % 60, unit: 's' },
  ].filter(({ amount }) => amount > 0);
  return parts.map(({ amount, unit }) => `${amount}${unit}`).join('') || '0s';
}

function enumerate(names: string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

function prefixed(prefix: string, words: string | undefined): string[] {
  return words ? [`${prefix} ${words}`.trimStart()] : [];
}
