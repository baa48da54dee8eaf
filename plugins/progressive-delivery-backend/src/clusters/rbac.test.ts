import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod/v4';
import { NeededAccess, neededAccess } from './neededAccess';

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

/** The same of what is asked. */
function verbsOf(needed: NeededAccess[]): Record<string, string[]> {
  const verbs: Record<string, string[]> = {};
  for (const { group, resource, subresource, verb } of needed) {
    const path = [group, resource, ...(subresource ? [subresource] : [])];
    (verbs[path.join('/')] ??= []).push(verb);
  }
  return verbs;
}

describe('the roles that the documentation offers', () => {
  it('read all that is ever asked of a cluster, and nothing else', () => {
    expect(granted('read-only.yaml')).toEqual(
      verbsOf(neededAccess({ actions: false })),
    );
  });

  it('change Rollouts and their status only', () => {
    const acting = {
      'argoproj.io/rollouts': ['get', 'patch'],
      'argoproj.io/rollouts/status': ['patch'],
    };
    expect(granted('act-on-rollouts.yaml')).toEqual(acting);
    const reading = neededAccess({ actions: false }).length;
    expect(verbsOf(neededAccess({ actions: true }).slice(reading))).toEqual(
      acting,
    );
  });
});
