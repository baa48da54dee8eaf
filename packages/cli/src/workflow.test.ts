import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { runToEnd } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { COMMAND, TOOLS } from './preview/__testUtils__/PreviewScene';

// The command runs from its source here, and renders with the real tools.
jest.setTimeout(120_000);

// eslint-disable-next-line no-restricted-syntax
const repository = resolve(__dirname, '../../..');

const step = z.union([
  z
    .object({
      /** Pinned to a version. */
      uses: z.string().regex(/^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/),
      with: z.record(z.string(), z.unknown()),
    })
    .strict(),
  z
    .object({
      name: z.string(),
      if: z.string().optional(),
      env: z.record(z.string(), z.string()).optional(),
      run: z.string(),
    })
    .strict(),
]);

const workflowSchema = z
  .object({
    name: z.string(),
    on: z
      .object({
        // Never pull_request_target.
        pull_request: z.object({ paths: z.array(z.string()) }).strict(),
      })
      .strict(),
    permissions: z.object({}).strict(),
    jobs: z
      .object({
        preview: z
          .object({
            'runs-on': z.string(),
            'timeout-minutes': z.number(),
            permissions: z
              .object({
                contents: z.literal('read'),
                'pull-requests': z.literal('write'),
              })
              .strict(),
            env: z.record(z.string(), z.string()),
            steps: z.array(step),
          })
          .strict(),
      })
      .strict(),
  })
  .strict();

describe('The workflow of docs/preview-in-ci.md', () => {
  let folder: string;
  let checkout: string;
  let workflow: z.output<typeof workflowSchema>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-workflow-'));
    checkout = join(folder, 'checkout');
    await cp(join(repository, 'examples/gitops'), checkout, {
      recursive: true,
    });
    const docs = await readFile(
      join(repository, 'docs/preview-in-ci.md'),
      'utf8',
    );
    const [, yaml] = /^```yaml\n([^]*?)^```$/m.exec(docs) ?? [];
    workflow = workflowSchema.parse(load(yaml));
    await writePrograms(join(folder, 'bin'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** What the job does, step by step; a step whose condition names no failure is left out after one. */
  const runJob = async () => {
    const { env, steps } = workflow.jobs.preview;
    let code = 0;
    for (const each of steps) {
      if ('run' in each && (code === 0 || each.if?.includes('!cancelled()'))) {
        const ended = await runToEnd('bash', {
          // As GitHub runs it.
          args: [
            '--noprofile',
            '--norc',
            '-e',
            '-o',
            'pipefail',
            '-c',
            each.run,
          ],
          cwd: checkout,
          env: {
            HOME: folder,
            PATH: [join(folder, 'bin'), process.env.PATH].join(':'),
            GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
            COMMENTS: join(folder, 'comments'),
            ...env,
            ...each.env,
          },
        });
        code ||= ended.code ?? -1;
      }
    }
    return {
      code,
      summary: await readFile(join(folder, 'summary.md'), 'utf8'),
      comments: await readFile(join(folder, 'comments'), 'utf8'),
    };
  };

  it('looks at the files of the overlay and of its chart', () => {
    expect(workflow.on.pull_request.paths).toEqual([
      `${workflow.jobs.preview.env.OVERLAY}/**`,
      'charts/agents/**',
    ]);
  });

  it('comments on what the switch does, and succeeds', async () => {
    const { code, comments, summary } = await runJob();
    expect(summary).toMatch(
      /^## `controllers\.progressiveDelivery\.enabled` on in `argocd\/applications\/agents`\n/,
    );
    expect(summary).toContain('becomes a Rollout**');
    expect(comments).toBe(
      `pr comment \${{ github.event.pull_request.html_url }} --edit-last --create-if-none --body-file preview.md\n${summary}`,
    );
    expect(code).toBe(0);
  });

  it('fails where something blocks, and comments all the same', async () => {
    await writeFile(
      join(checkout, 'charts/agents/templates/left-behind.yaml'),
      `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: left-behind, namespace: agents }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: agents-controllers }
  maxReplicas: 9
`,
    );
    const { code, comments } = await runJob();
    expect(comments).toContain('- **block** `scalers-follow`: ');
    expect(code).toBe(1);
  });
});

/** The tools that the job sets up, the command in place of its package, and a `gh` that keeps what it would send. */
async function writePrograms(bin: string): Promise<void> {
  await mkdir(bin);
  await symlink(TOOLS.helm, join(bin, 'helm'));
  await symlink(TOOLS.kustomize, join(bin, 'kustomize'));
  const programs = {
    npx: `[ "$1" = --yes ] || exit 9
case "$2" in @progressive-delivery/cli@[0-9]*) ;; *) exit 9 ;; esac
shift 2
exec '${process.execPath}' '${COMMAND}' "$@"`,
    gh: `echo "$@" >> "$COMMENTS"
cat preview.md >> "$COMMENTS"`,
  };
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
}
