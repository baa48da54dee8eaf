import { Application } from '../../../targets/applications/application';
import { Glob, GlobWork } from '../../../targets/access/patterns/glob';
import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { applicationObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

type Ignored = NonNullable<Application['spec']['ignoreDifferences']>[number];

/**
 * What the Application ignores in the workload that goes, it ignores in the one that comes (argo-cd v3.6
 * util/argo/normalizers/diff_normalizer.go).
 */
export const ignoredDifferencesFollow = preflightCheck({
  id: 'ignored-differences-follow',
  severity: 'warn',
  pieces: ['application'],
  run: ({ moved }, { application: { value: application } }) => {
    const all = application.spec.ignoreDifferences ?? [];
    return moved.flatMap(each => {
      const work = GlobWork.create();
      const ignoredAfter = new Set(
        all
          .filter(item => applies(item, each, each.after, work) !== false)
          .flatMap(fieldsOf),
      );
      const lost = new Set(
        all
          .filter(item => applies(item, each, each.before, work) === true)
          .flatMap(fieldsOf)
          .filter(
            field => !ignoredAfter.has(field) && isFieldOf(field, each.after),
          ),
      );
      return lost.size === 0
        ? []
        : [
            {
              object: applicationObject(application),
              message: 'ignoredDifferencesLeft' as const,
              parameters: {
                application: application.metadata.name,
                fields: Array.from(lost),
                kind: each.kind,
                workload: each.name,
                replacedBy: each.becomes,
                group: groupOf(each.after),
              },
            },
          ];
    });
  },
});

/** `undefined` where nobody can tell. */
function applies(
  { group, kind, name, namespace }: Ignored,
  workload: MovedWorkload,
  manifest: Manifest,
  work: GlobWork,
): boolean | undefined {
  if (
    (name && name !== workload.name) ||
    (namespace && namespace !== workload.namespace)
  ) {
    return false;
  }
  const matches = [
    Glob.compile(kind)?.matches(manifest.kind, work),
    Glob.compile(group)?.matches(groupOf(manifest), work),
  ];
  return matches.includes(false)
    ? false
    : !matches.includes(undefined) || undefined;
}

function fieldsOf({
  jqPathExpressions,
  jsonPointers,
  managedFieldsManagers,
}: Ignored): string[] {
  return [
    ...(jsonPointers ?? []),
    ...(jqPathExpressions ?? []),
    ...(managedFieldsManagers ?? []).map(
      manager => `managedFieldsManagers: ${manager}`,
    ),
  ];
}

/** The strategy of a Deployment is another field than that of a Rollout. */
function isFieldOf(field: string, { kind }: Manifest): boolean {
  return !/^[/.]spec[/.]strategy\b/.test(field) || kind !== 'Rollout';
}
