import {
  ContentOf,
  StepDescription,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CanaryStep } from '../../objects/kinds/canaryStep';
import { durationSeconds } from '../../objects/duration';

/**
 * Says what a step of a canary does.
 *
 * @param maxWeight - what stands for all traffic, `trafficRouting.maxTrafficWeight`
 */
export function describeStep(
  step: CanaryStep,
  maxWeight: number,
): StepDescription {
  return toMessage('step', descriptionOf(step, maxWeight));
}

/** A weight as percent, with at most one decimal. */
export function percentOf(weight: number, maxWeight: number): number {
  return Math.round((weight * 1000) / maxWeight) / 10;
}

type Description = ContentOf<StepDescription>;

function descriptionOf(step: CanaryStep, maxWeight: number): Description {
  switch (step.type) {
    case 'setWeight':
      return {
        id: 'setWeight',
        parameters: { weight: percentOf(step.weight, maxWeight) },
      };
    case 'pause':
      return step.duration === undefined
        ? { id: 'pause', parameters: {} }
        : {
            id: 'pauseFor',
            parameters: { duration: durationOf(step.duration) },
          };
    case 'experiment': {
      const templates = step.templates.map(({ name }) => name);
      return step.duration
        ? {
            id: 'experimentFor',
            parameters: { templates, duration: durationOf(step.duration) },
          }
        : { id: 'experiment', parameters: { templates } };
    }
    case 'analysis':
      return {
        id: 'analysis',
        parameters: {
          templates: step.templates.map(({ templateName }) => templateName),
        },
      };
    case 'setCanaryScale':
      return scale(step, maxWeight);
    case 'plugin':
      return { id: 'plugin', parameters: { name: step.name } };
    case 'setHeaderRoute':
      return step.match.length === 0
        ? { id: 'removeHeaderRoute', parameters: { route: step.name } }
        : {
            id: 'setHeaderRoute',
            parameters: { headers: step.match.map(headerOf) },
          };
    case 'setMirrorRoute':
      return mirrorRoute(step);
    case 'unknown':
      return step.key === undefined
        ? { id: 'empty', parameters: {} }
        : { id: 'unsupported', parameters: { key: step.key } };
    default:
      return step satisfies never;
  }
}

function scale(
  step: Extract<CanaryStep, { type: 'setCanaryScale' }>,
  maxWeight: number,
): Description {
  if (step.weight !== undefined) {
    return {
      id: 'scaleToWeight',
      parameters: { weight: percentOf(step.weight, maxWeight) },
    };
  }
  if (step.matchTrafficWeight) {
    return { id: 'scaleToTraffic', parameters: {} };
  }
  return step.replicas === undefined
    ? { id: 'setCanaryScale', parameters: {} }
    : { id: 'scaleToReplicas', parameters: { count: step.replicas } };
}

function mirrorRoute({
  match,
  name: route,
  percentage,
}: Extract<CanaryStep, { type: 'setMirrorRoute' }>): Description {
  if (match.length === 0) {
    return { id: 'removeMirrorRoute', parameters: { route } };
  }
  return percentage === undefined
    ? { id: 'setMirrorRoute', parameters: { route } }
    : { id: 'setMirrorRouteShare', parameters: { route, percentage } };
}

function headerOf({
  headerName,
  headerValue,
}: Extract<CanaryStep, { type: 'setHeaderRoute' }>['match'][number]): string {
  if (headerValue?.exact) {
    return `${headerName}: "${headerValue.exact}"`;
  }
  if (headerValue?.prefix) {
    return `${headerName}: "${headerValue.prefix}"*`;
  }
  return headerValue?.regex
    ? `${headerName}: /${headerValue.regex}/`
    : headerName;
}

function durationOf(duration: number | string): { seconds: number } | string {
  const seconds = durationSeconds(duration);
  return seconds === undefined ? String(duration) : { seconds };
}
