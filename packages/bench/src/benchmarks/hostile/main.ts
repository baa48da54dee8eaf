import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
// What its tests use is no export of the package.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { FolderRepositories } from '@progressive-delivery/engine/src/variants/__testUtils__/FolderRepositories';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import {
  ChartLayouts,
  ChartService,
  DeliveryTarget,
  VariantService,
} from '@progressive-delivery/engine';
import { folders } from '../../running/folders';
import { median } from '../../report/statistics';
import { objectInputs } from './objectInputs';
import { ATTACKED, Files } from './overlayFiles';
import { overlayInputs } from './overlayInputs';
import {
  attackPreflight,
  PreflightInput,
  preflightInputs,
} from './preflightInputs';
import { Measured } from './messages';

// The services in a process of their own: what holds its event loop up is what would hold a backend's up.
const [helm, kustomize, cacheDirectory] = process.argv.slice(2);
const WARM = 20;
const SWITCH = 'controllers.progressiveDelivery.enabled';

const folder = new FolderRepositories(
  join(folders.repository, 'examples/gitops'),
);
const charts = ChartLayouts.create({
  charts: ChartService.create({ repositories: [], cacheDirectory }),
});
const variants = VariantService.create({
  // Git is another benchmark's: the same selection and layout, out of memory.
  repositories: folder,
  charts,
  helm,
  kustomize,
  apiVersions: [],
  concurrency: 4,
});

const targetOf = (overlay: string): DeliveryTarget => ({
  kind: 'overlay',
  id: overlay,
  title: overlay,
  sources: [
    {
      repository: 'https://git.example.com/gitops.git',
      revision: 'main',
      path: overlay,
    },
  ],
  destination: { cluster: 'main', namespace: 'default' },
});
const other = targetOf('argocd/applications/agents');

async function warmPreview(): Promise<number> {
  const begin = performance.now();
  await variants.compare(other, { switch: SWITCH, enabled: true });
  return performance.now() - begin;
}

async function warmPreviews(until?: Promise<unknown>): Promise<number> {
  let done = false;
  until?.finally(() => {
    done = true;
  });
  const times: number[] = [];
  // While it lasts, and 20 times at least.
  while (times.length < WARM || (until && !done)) {
    times.push(await warmPreview());
    await sleep(5);
  }
  return median(times);
}

/** Longest time for which nothing else was done, and what a preview of another target takes meanwhile. */
async function measure(
  attack: () => Promise<unknown>,
): Promise<{ delay: number; preview: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // Whether it is refused is not asked here.
  const attacking = Promise.resolve()
    .then(attack)
    .catch(() => undefined);
  const preview = await warmPreviews(attacking);
  await attacking;
  await sleep(10);
  delay.disable();
  return { delay: delay.max / 1e6, preview };
}

function layOut(files: Files): void {
  for (const path of Array.from(folder.files.keys())) {
    if (path.startsWith(`${ATTACKED}/`)) {
      folder.files.delete(path);
    }
  }
  Object.entries(files).forEach(([path, text]) => folder.write(path, text));
}

async function attackOverlay(files: Files): Promise<unknown> {
  layOut(files);
  const target = targetOf(ATTACKED);
  await variants.describe(target);
  return variants.compare(target, {
    switch: 'progressiveDelivery.enabled',
    enabled: true,
  });
}

async function previewOverlay({
  files,
  live,
}: PreflightInput['hostile']): Promise<unknown> {
  layOut(files);
  return attackPreflight(variants, targetOf(ATTACKED), live);
}

async function main() {
  await warmPreview();
  const alone = await warmPreviews();
  const inputs = [
    ...overlayInputs.map(({ harmless, hostile, name }) => ({
      name,
      hostile: () => attackOverlay(hostile),
      harmless: () => attackOverlay(harmless),
    })),
    ...preflightInputs.map(({ harmless, hostile, name }) => ({
      name,
      hostile: () => previewOverlay(hostile),
      harmless: () => previewOverlay(harmless),
    })),
    ...objectInputs,
  ];
  for (const { harmless, hostile, name } of inputs) {
    const calm = await measure(harmless);
    const attacked = await measure(hostile);
    const measured: Measured = {
      name,
      delay: attacked.delay,
      harmlessDelay: calm.delay,
      preview: attacked.preview,
      alone,
    };
    process.send?.({ type: 'measured', measured });
  }
}

main().then(
  () => process.exit(),
  error => {
    process.send?.({ type: 'failed', error: String(error.stack) });
    process.exit(1);
  },
);
