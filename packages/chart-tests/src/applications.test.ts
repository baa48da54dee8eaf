import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { examples } from './examples';
import { kustomizeBuild } from './rendering/kustomizeBuild';
import { parseManifests } from './rendering/parseManifests';
import { render } from './rendering/render';

const applicationSchema = z.object({
  metadata: z.object({ annotations: z.record(z.string(), z.string()) }),
  spec: z.object({
    source: z.object({
      path: z.string(),
      helm: z
        .object({
          releaseName: z.string(),
          valueFiles: z.array(z.string()),
          skipCrds: z.boolean(),
        })
        .optional(),
    }),
    syncPolicy: z.object({
      automated: z.object({ prune: z.boolean(), selfHeal: z.boolean() }),
      syncOptions: z.array(z.string()),
      retry: z.object({ refresh: z.boolean() }).passthrough(),
    }),
    ignoreDifferences: z.array(
      z.object({
        group: z.string(),
        kind: z.string(),
        jsonPointers: z.array(z.string()),
      }),
    ),
  }),
});

async function readApplication(overlay: string) {
  const text = await readFile(join(overlay, 'application.yaml'), 'utf8');
  return applicationSchema.parse(parse(text));
}

const inRepository = (path: string) => join(examples.gitops, path);

describe.each([
  ['production', examples.production],
  ['staging', examples.staging],
])('the Application of %s', (_, overlay) => {
  it('syncs by itself, without what would block or fight a canary', async () => {
    const { spec } = await readApplication(overlay);
    expect(spec.syncPolicy).toMatchObject({
      automated: { prune: true, selfHeal: true },
      retry: { refresh: true },
    });
    expect(spec.syncPolicy.syncOptions).toContain(
      'RespectIgnoreDifferences=true',
    );
    // The annotation of the workloads does that; as an option it blocks other commits during a pause.
    expect(spec.syncPolicy.syncOptions.join()).not.toMatch(/PruneLast/i);
    expect(spec.ignoreDifferences).toEqual([
      { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
      {
        group: 'argoproj.io',
        kind: 'Rollout',
        jsonPointers: ['/spec/replicas'],
      },
    ]);
  });
});

describe('what the Applications deliver', () => {
  it('production: a kustomization with images by digest, secrets, gRPC and resources of its own', async () => {
    const { spec } = await readApplication(examples.production);
    expect(spec.source.helm).toBeUndefined();
    const { stdout } = await kustomizeBuild(inRepository(spec.source.path));
    const manifests = parseManifests(stdout);
    for (const name of ['agents', 'agents-controllers']) {
      const workload = JSON.stringify(
        manifests.find(
          ({ kind, metadata }) =>
            kind === 'Deployment' && metadata.name === name,
        ),
      );
      expect(workload).toMatch(
        new RegExp(`/${name}:[0-9.]+@sha256:[0-9a-f]{64}"`),
      );
      expect(workload).toContain('"secretRef":{"name":"agents-runtime"}');
      expect(workload).toContain('"secretKeyRef":{');
    }
    expect(
      manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual(
      expect.arrayContaining([
        'Service agents-grpc',
        'Agent reviewer',
        'AgentProvider shell',
        'AgentRun reviewer-sample',
        'SecretBinding reviewer',
        'VersionControlProvider git',
      ]),
    );
  });

  it('staging: the chart itself with values of the repository, and no definitions', async () => {
    const { spec } = await readApplication(examples.staging);
    expect(inRepository(spec.source.path)).toBe(examples.chart);
    expect(spec.source.helm).toMatchObject({ skipCrds: true });
    const { releaseName, valueFiles } = spec.source.helm!;
    const manifests = parseManifests(
      await render({
        chart: inRepository(spec.source.path),
        release: releaseName,
        namespace: 'agents-staging',
        valueFiles: valueFiles.map(inRepository),
      }),
    );
    const names = manifests.map(
      ({ kind, metadata }) =>
        `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
    );
    expect(names).toContain('Deployment agents-staging/agents');
    expect(names).toContain('Deployment agents-staging/agents-controllers');
  });
});
