import { AppProject } from '../../../targets/applications/appProject';
import { Glob, GlobWork } from '../../../targets/access/patterns/glob';
import { groupOf } from '../../../variants/manifests/manifests';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

type Kinds = NonNullable<AppProject['spec']['namespaceResourceWhitelist']>;

/**
 * The project permits the kind that a workload becomes (argo-cd v3.6 pkg/apis/application/v1alpha1/app_project_types.go
 * IsGroupKindNamePermitted).
 */
export const kindPermitted = preflightCheck({
  id: 'kind-permitted',
  severity: 'block',
  pieces: ['project'],
  run: ({ moved }, { project: { value: project } }) => {
    const { namespaceResourceBlacklist, namespaceResourceWhitelist } =
      project.spec;
    return moved.flatMap(each => {
      const kind = { group: groupOf(each.after), kind: each.becomes };
      let field: string | undefined;
      if (
        namespaceResourceWhitelist &&
        isListed(kind, namespaceResourceWhitelist) === false
      ) {
        field = 'namespaceResourceWhitelist';
      } else if (isListed(kind, namespaceResourceBlacklist ?? []) === true) {
        field = 'namespaceResourceBlacklist';
      }
      return field === undefined
        ? []
        : [
            {
              object: movedObject(each),
              message: 'kindNotPermitted' as const,
              parameters: {
                project: project.metadata.name,
                workload: each.name,
                field: `spec.${field}`,
                ...kind,
              },
            },
          ];
    });
  },
});

/** Patterns of Go's filepath.Match; `undefined` where nobody can tell. */
function isListed(
  { group, kind }: { group: string; kind: string },
  list: Kinds,
): boolean | undefined {
  const work = GlobWork.create();
  const matches = (pattern: string, text: string) =>
    Glob.compile(pattern)?.matches(text, work);
  const all = list.map(item => {
    const both = [matches(item.kind, kind), matches(item.group, group)];
    return both.includes(false)
      ? false
      : !both.includes(undefined) || undefined;
  });
  return all.includes(true) || (all.includes(undefined) ? undefined : false);
}
