import type { Preflight } from './DeliveryApi';

/** What checks have found, and which could not look, as a text that people read. */
export function findingsText({ findings, unchecked }: Preflight): string {
  return [
    ...findings.map(({ code, id, object, remedy, seen, severity, why }) => {
      const { cluster, kind, name, namespace } = object;
      return [
        `${severity} ${id}: ${seen}`,
        `  Object: ${kind} ${[namespace, name].filter(Boolean).join('/')}${
          cluster === undefined ? '' : ` in cluster ${cluster}`
        }`,
        `  Why: ${why}`,
        `  What to do: ${remedy}`,
        ...(code?.split('\n').map(line => `    ${line}`.trimEnd()) ?? []),
      ].join('\n');
    }),
    ...unchecked.map(({ id, reason }) => `could not look ${id}: ${reason}`),
  ].join('\n\n');
}
