import { ChildProcess } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
// The services are no export of the plugin: over HTTP, signing in and looking the entity up would be measured as well.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { ClusterProxy } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/clusters/ClusterProxy';
import { ClusterService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/clusters/ClusterService';
import { PreflightService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/preflight/PreflightService';
import { configuredHosts } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/git/command/configuredHosts';
import { RepositoryService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/git/RepositoryService';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import {
  ChartLayouts,
  ChartService,
  defaultRenderLimits,
  DeliveryTarget,
  VariantService,
} from '@progressive-delivery/engine';
import { z } from 'zod/v4';
import { silentLogger } from '../../../running/silentLogger';
import { overlays } from '../repository/repositoryFiles';
import { Preview, Question, questionSchema, rawReadsSchema } from './messages';

// The services that previews are made of, in a process of their own, so that what it uses can be told.
const [
  url,
  host,
  cacheDirectory,
  helm,
  kustomize,
  kubernetesUrl,
  kubernetesToken,
] = process.argv.slice(2);

const childProcessSchema = z.object({ process: z.instanceof(ChildProcess) });

const config = new ConfigReader({
  integrations: { gitea: [{ host, baseUrl: new URL(url).origin }] },
});
const repositories = RepositoryService.create({
  integrations: ScmIntegrations.fromConfig(config),
  hosts: configuredHosts(config),
  logger: silentLogger,
  cacheDirectory,
  // The files are there: asking the host whether there are others is another benchmark's.
  maximumAge: 3_600_000,
});
const createVariants = (tools: { helm: string }) =>
  VariantService.create({
    repositories,
    charts: ChartLayouts.create({
      charts: ChartService.create({ repositories: [], cacheDirectory }),
    }),
    kustomize,
    apiVersions: [],
    concurrency: 4,
    // What is slow on a busy machine is slow by hand as well.
    limits: { ...defaultRenderLimits, seconds: 600 },
    ...tools,
  });

let variants = createVariants({ helm });
const started = { all: 0, kustomize: 0 };
diagnostics.subscribe('child_process', message => {
  const { process: child } = childProcessSchema.parse(message);
  started.all++;
  child.once('spawn', () => {
    // Where memory is limited, another command starts it.
    if (child.spawnargs.includes(kustomize)) {
      started.kustomize++;
    }
  });
});

const targetOf = (overlay: string): DeliveryTarget => ({
  kind: 'overlay',
  id: overlay,
  title: overlay,
  sources: [{ repository: url, revision: 'main', path: overlay }],
  destination: { cluster: 'main', namespace: 'agents' },
});

const clusters = ClusterService.create({
  proxy: ClusterProxy.create({
    discovery: { getBaseUrl: async () => kubernetesUrl },
    auth: {
      getOwnServiceCredentials: async () => ({
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'service', subject: 'bench' },
      }),
      getPluginRequestToken: async () => ({ token: kubernetesToken }),
    },
  }),
});
const preflights = PreflightService.create({
  // Those that are there when it is asked.
  variants: { compare: (...asked) => variants.compare(...asked) },
  clusters,
  logger: silentLogger,
  config: {
    argocd: [],
    preflight: { checks: {}, acknowledgeWarnings: false },
  },
});

const requestSchema = z.object({
  request: z.object({ origin: z.string(), path: z.string() }),
});
/** Paths at the Kubernetes plugin's proxy that the last preview has asked for. */
let reads: string[] = [];
diagnostics.subscribe('undici:request:create', message => {
  const { origin, path } = requestSchema.parse(message).request;
  const asked = `${origin}${path}`;
  if (asked.startsWith(`${kubernetesUrl}/proxy/`)) {
    reads.push(asked);
  }
});

async function rawReads(): Promise<z.infer<typeof rawReadsSchema>> {
  const made = reads.slice();
  const begin = performance.now();
  await Promise.all(
    made.map(async read => {
      const response = await fetch(read, {
        headers: {
          Accept: 'application/json',
          'Accept-Encoding': 'identity',
          Authorization: `Bearer ${kubernetesToken}`,
          'Backstage-Kubernetes-Cluster': 'main',
        },
      });
      await response.text();
    }),
  );
  const milliseconds = performance.now() - begin;
  reads = made;
  return { milliseconds, requests: made.length };
}

async function beginAnew(overlay: string): Promise<void> {
  // Where a tool is missing, the files are laid out and nothing is rendered.
  await createVariants({ helm: '/nowhere/helm' }).describe(targetOf(overlay));
  variants = createVariants({ helm });
  const { problems } = await variants.describe(targetOf(overlays.small));
  if (problems.length > 0) {
    throw new Error(problems.map(({ text }) => text).join('; '));
  }
}

async function showTarget(overlay: string): Promise<void> {
  const shown = new AbortController();
  let rendered = false;
  const describing = variants.describe(targetOf(overlay), {
    signal: shown.signal,
    onProgress: ({ workloads }) => {
      rendered = workloads.length > 0;
      if (rendered) {
        shown.abort();
      }
    },
  });
  await Promise.allSettled([describing]);
  if (!rendered) {
    throw new Error(`${overlay} does not render`);
  }
}

async function preview({
  overlay,
  preflight,
  switch: name,
  times,
}: Question & { ask: 'preview' }): Promise<Preview> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedBefore = { ...started };
  reads = preflight === true ? [] : reads;
  const change = { switch: name, enabled: true };
  const begin = performance.now();
  const reading = preflight === 'reads' ? rawReads() : undefined;
  const [{ comparison, edit }] = await Promise.all(
    Array.from({ length: times }, () =>
      preflight === true
        ? preflights.compare(targetOf(overlay), change, { forPreview: true })
        : variants.compare(targetOf(overlay), change),
    ),
  );
  const milliseconds = performance.now() - begin;
  delay.disable();
  await reading;
  return {
    milliseconds,
    subprocesses: started.all - startedBefore.all,
    renderings: started.kustomize - startedBefore.kustomize,
    longestBlock: delay.max / 1e6,
    documents:
      comparison.unchanged + (comparison.changed ?? comparison.changes.length),
    changes: comparison.changes.map(each => each.change),
    looked: comparison.preflight?.summary.looked ?? 0,
    edit: { file: edit.file, after: edit.after },
  };
}

/** Bytes. */
function memory(which: 'VmRSS' | 'VmHWM'): number {
  const [, kibibytes] =
    readFileSync('/proc/self/status', 'utf8').match(
      new RegExp(`^${which}:\\s+(\\d+) kB$`, 'm'),
    ) ?? [];
  return Number(kibibytes) * 1024;
}

async function idleMemory(): Promise<number> {
  for (let count = 0; count < 4; count++) {
    global.gc?.();
    await sleep(50);
  }
  // proc_pid_clear_refs(5): the peak is what is used now.
  writeFileSync('/proc/self/clear_refs', '5');
  return memory('VmRSS');
}

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'begin anew':
      return beginAnew(question.overlay);
    case 'show target':
      return showTarget(question.overlay);
    case 'preview':
      return preview(question);
    case 'raw reads':
      return rawReads();
    case 'idle memory':
      return idleMemory();
    case 'peak memory':
      return memory('VmHWM');
    default:
      return question satisfies never;
  }
}

process.on('message', message => {
  answer(questionSchema.parse(message)).then(
    result => process.send?.({ type: 'answered', answer: result }),
    error => process.send?.({ type: 'failed', error: String(error.stack) }),
  );
});
