import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod/v4';
import { clusterResources } from './clusterResources';

const roleSchema = z.object({
  rules: z.array(
    z.object({
      apiGroups: z.tuple([z.string()]),
      resources: z.array(z.string()),
      verbs: z.array(z.string()),
    }),
  ),
});

/** `group/resource` and its verbs, of a manifest that the documentation offers. */
function granted(manifest: string): Record<string, string[]> {
  const { rules } = roleSchema.parse(
    load(
      readFileSync(join(__dirname, '../../../../docs/rbac', manifest), 'utf8'),
    ),
  );
  return Object.fromEntries(
    rules.flatMap(({ apiGroups: [group], resources, verbs }) =>
      resources.map(resource => [`${group}/${resource}`, verbs]),
    ),
  );
}

describe('the roles that the documentation offers', () => {
  it('read all that is ever asked of a cluster, and nothing else', () => {
    const asked = Object.fromEntries(
      Object.entries(clusterResources).map(([resource, { path, verbs }]) => [
        `${/^\/apis\/([^/]+)/.exec(path)?.[1] ?? ''}/${resource}`,
        verbs.filter(
          // Only who acts on a Rollout asks for one.
          verb => resource !== 'rollouts' || verb !== 'get',
        ),
      ]),
    );
    expect(granted('read-only.yaml')).toEqual(asked);
  });

  it('change Rollouts and their status only', () => {
    expect(granted('act-on-rollouts.yaml')).toEqual({
      'argoproj.io/rollouts': ['get', 'patch'],
      'argoproj.io/rollouts/status': ['patch'],
    });
  });
});
