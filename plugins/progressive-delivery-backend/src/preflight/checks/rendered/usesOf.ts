import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { serviceDestinations } from './serviceDestinations';

/** Fields that name an object of a kind by its name alone: the name itself, or the mapping that holds it. */
const NAMED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['ConfigMap', ['configMap', 'configMapRef', 'configMapKeyRef']],
  ['Secret', ['secretName', 'secretRef', 'secretKeyRef', 'imagePullSecrets']],
  ['PersistentVolumeClaim', ['claimName']],
  ['ServiceAccount', ['serviceAccountName', 'serviceAccount']],
  [
    'Service',
    [
      'activeService',
      'canaryService',
      'previewService',
      'serviceName',
      'stableService',
    ],
  ],
  ['AnalysisTemplate', ['templateName', 'templates']],
  ['PriorityClass', ['priorityClassName']],
]);

/** No object is that deep; what is deeper is not looked at. */
const MOST_DEPTH = 30;

/**
 * What of some manifests names an object: as a `kind` and `name`, in a field of its own for that kind, or as where requests are
 * sent to.
 */
export function usesOf(object: Manifest, manifests: Manifest[]): Manifest[] {
  const fields = NAMED_BY.get(object.kind) ?? [];
  const { name, namespace } = object.metadata;
  const isService = object.kind === 'Service' && groupOf(object) === '';
  return manifests.filter(
    each =>
      // Kinds that are in no namespace are named from any.
      [undefined, namespace].includes(each.metadata.namespace) &&
      (names(each.spec, object, fields, MOST_DEPTH) ||
        names(fieldOf(each, 'subjects'), object, fields, MOST_DEPTH) ||
        names(fieldOf(each, 'roleRef'), object, fields, MOST_DEPTH) ||
        (isService &&
          serviceDestinations(each).some(
            ({ host, weight }) =>
              weight !== 0 && String(host).split('.')[0] === name,
          ))),
  );
}

function names(
  value: unknown,
  object: Manifest,
  fields: readonly string[],
  depth: number,
): boolean {
  if (depth === 0 || typeof value !== 'object') {
    return false;
  }
  const { name } = object.metadata;
  return (
    (fieldOf(value, 'kind') === object.kind &&
      fieldOf(value, 'name') === name) ||
    partsOf(value).some(
      ([key, part]) =>
        (fields.includes(String(key)) && isNamed(part, name)) ||
        names(part, object, fields, depth - 1),
    )
  );
}

function isNamed(value: unknown, name: string | undefined): boolean {
  return (
    value === name ||
    fieldOf(value, 'name') === name ||
    (Array.isArray(value) && value.some(each => isNamed(each, name)))
  );
}
