import type { Manifest } from '../play/Manifest';
import type { Stage } from '../play/Stage';

/** Measured values and what the templates below make of them. */
export const GOOD = 0.99;
export const UNCLEAR = 0.7;
export const BAD = 0.2;

/** A step that runs an analysis. */
export function analyse(...templates: string[]) {
  return {
    analysis: { templates: templates.map(templateName => ({ templateName })) },
  };
}

/** Measures a rate once: good from 0.95, bad below 0.5, unclear between. */
export function rateOf(
  stage: Stage,
  name: string,
  more: Record<string, unknown> = {},
): Manifest {
  return template(name, [rate(stage, name, more)]);
}

/** Measures a rate a hundred times, once an hour: it goes on for as long as a scenario needs it. */
export function longRateOf(stage: Stage, name: string): Manifest {
  return rateOf(stage, name, { count: 100, interval: '1h' });
}

/** A metric of a template. */
export function rate(
  stage: Stage,
  name: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    name,
    successCondition: 'result >= 0.95',
    failureCondition: 'result < 0.5',
    provider: { web: { url: stage.metricUrl(name), jsonPath: '{$.value}' } },
    ...more,
  };
}

export function template(
  name: string,
  metrics: Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name },
    spec: { metrics, ...more },
  };
}
