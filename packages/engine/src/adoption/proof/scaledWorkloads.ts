import { isMapping } from '../../yaml';
import { keyOf, RenderedObject } from './comparing/RenderedObject';

const SCALERS = [
  'HorizontalPodAutoscaler',
  'ScaledObject',
  'VerticalPodAutoscaler',
];

/** A Deployment that an autoscaler scales. */
interface ScaledDeployment {
  scaler: RenderedObject;
  name: string;
}

/** What the autoscalers among some objects scale, as far as these are Deployments. KEDA means one where it says no kind. */
function scaledDeployments(
  objects: readonly RenderedObject[],
): ScaledDeployment[] {
  return objects.flatMap(scaler =>
    itemsOf(scaler.content).flatMap(({ kind, spec }) => {
      const target =
        SCALERS.includes(String(kind)) && isMapping(spec)
          ? spec.scaleTargetRef ?? spec.targetRef
          : undefined;
      return isMapping(target) &&
        (target.kind === 'Deployment' || (target.kind ?? '') === '')
        ? [{ scaler, name: String(target.name) }]
        : [];
    }),
  );
}

/** Autoscalers of Deployments that are not there. */
export function scaledUnknown(
  objects: readonly RenderedObject[],
): ScaledDeployment[] {
  const names = new Set(
    objects
      .flatMap(({ content }) => itemsOf(content))
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ metadata }) => isMapping(metadata) && String(metadata.name)),
  );
  return scaledDeployments(objects).filter(({ name }) => !names.has(name));
}

/** The autoscalers among some objects that scale Deployments which are there, as they are known. */
export function knownScalers(objects: readonly RenderedObject[]): string[] {
  const unknown = new Set(
    scaledUnknown(objects).map(({ scaler }) => keyOf(scaler)),
  );
  return scaledDeployments(objects)
    .map(({ scaler }) => keyOf(scaler))
    .filter(key => !unknown.has(key));
}

/** An object, or those of a List. */
function itemsOf(content: Record<string, unknown>): Record<string, unknown>[] {
  const { items } = content;
  return Array.isArray(items) ? items.filter(isMapping) : [content];
}
