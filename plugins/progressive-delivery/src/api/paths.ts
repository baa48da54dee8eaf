import { CompoundEntityRef } from '@backstage/catalog-model';
import { TargetReference } from './ProgressiveDeliveryApi';

/** Segments of a path, each escaped. */
export const path = (...segments: string[]) =>
  segments.map(segment => `/${encodeURIComponent(segment)}`).join('');

/** Where the backend has an entity. */
export const entityPath = ({ kind, namespace, name }: CompoundEntityRef) =>
  `/v1/entities${path(
    kind.toLocaleLowerCase('en-US'),
    namespace.toLocaleLowerCase('en-US'),
    name,
  )}`;

/** Where it has its delivery targets. */
export const targetsPath = (entity: CompoundEntityRef) =>
  `${entityPath(entity)}/targets`;

/** Where it has one of them. */
export const targetPath = ({ entity, target }: TargetReference) =>
  `${targetsPath(entity)}${path(target)}`;

/** Where it prepares a chart of a target. */
export const preparationPath = (chart: string) =>
  path('charts', chart, 'preparation');
