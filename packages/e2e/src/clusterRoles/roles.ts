import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { folders } from '../scene/folders';

const roleSchema = z.object({
  apiVersion: z.string(),
  kind: z.literal('ClusterRole'),
  metadata: z.object({ name: z.string() }),
  rules: z.array(
    z.object({
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()),
      verbs: z.array(z.string()),
    }),
  ),
});

export type ClusterRole = z.infer<typeof roleSchema>;

/** One that the documentation offers. */
export async function documentedRole(file: string): Promise<ClusterRole> {
  const path = join(folders.repository, 'docs/rbac', file);
  return roleSchema.parse(parse(await readFile(path, 'utf8')));
}

/** What a role grants, taken apart: a verb on a resource each. */
export function grantsOf(
  role: ClusterRole,
): { resource: string; verb: string }[] {
  return role.rules.flatMap(({ resources, verbs }) =>
    resources.flatMap(resource => verbs.map(verb => ({ resource, verb }))),
  );
}

/** The same role without one verb on one resource. */
export function without(
  role: ClusterRole,
  taken: { resource: string; verb: string },
  name: string,
): ClusterRole {
  return {
    ...role,
    metadata: { name },
    rules: role.rules
      .flatMap(({ apiGroups, resources, verbs }) =>
        resources.map(resource => ({
          apiGroups,
          resources: [resource],
          verbs: verbs.filter(
            verb => resource !== taken.resource || verb !== taken.verb,
          ),
        })),
      )
      .filter(({ verbs }) => verbs.length > 0),
  };
}

/** An account of namespace `backstage`, and what binds roles to it. */
export function accountWith(account: string, roles: string[]): object[] {
  const subject = {
    kind: 'ServiceAccount',
    name: account,
    namespace: 'backstage',
  };
  return [
    {
      apiVersion: 'v1',
      kind: subject.kind,
      metadata: { name: account, namespace: subject.namespace },
    },
    ...roles.map(name => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: `${account}-${name}` },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name,
      },
      subjects: [subject],
    })),
  ];
}
