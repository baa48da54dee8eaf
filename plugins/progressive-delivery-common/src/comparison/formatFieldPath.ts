import { FieldPath } from './comparison';

/**
 * A path as people write it, such as `spec.template.spec.containers[name=agents].env[name=LOG_LEVEL].value`.
 *
 * @public
 */
export function formatFieldPath(path: FieldPath): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') {
        return `[${segment}]`;
      }
      if (typeof segment === 'object') {
        return `[${Object.entries(segment)
          .map(([key, value]) => `${key}=${value}`)
          .join(',')}]`;
      }
      if (!/^[A-Za-z_$][\w$-]*$/.test(segment)) {
        return `[${JSON.stringify(segment)}]`;
      }
      return index === 0 ? segment : `.${segment}`;
    })
    .join('');
}
