import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ChartFiles } from '@progressive-delivery/engine';
import { runToEnd } from '@progressive-delivery/sandbox';

/** Milliseconds of `helm template` of a chart, as by hand, whatever comes of it. */
export async function helmTemplate(
  helm: string,
  { files, folder }: { files: ChartFiles; folder: string },
): Promise<number> {
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const start = performance.now();
  await runToEnd(helm, { args: ['template', 'release', folder] });
  return performance.now() - start;
}
