import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandEnd } from '@progressive-delivery/sandbox';
import { runTool } from '../tools/runTool';

/** Checks a rendering by the very rules of the Argo Rollouts controller, without a cluster. */
export async function lintRollouts(rendering: string): Promise<CommandEnd> {
  const folder = await mkdtemp(join(tmpdir(), 'lint-'));
  try {
    const file = join(folder, 'rendering.yaml');
    await writeFile(file, rendering);
    return await runTool('kubectl-argo-rollouts', ['lint', '--filename', file]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
