import { poll } from '../processes/poll';
import type { PartContext } from '../SandboxContext';

/** Applies a folder of CustomResourceDefinitions and waits until they are served. */
export async function applyDefinitions(
  context: PartContext,
  folder: string,
): Promise<void> {
  const applied = await context.runTool('kubectl', {
    args: [
      ...['apply', '--server-side', '--output', 'name'],
      ...['--kustomize', folder],
    ],
  });
  await poll({
    what: 'Serving the custom resources',
    seconds: 60,
    signal: context.signal,
    // It fails at once for one that has no conditions yet.
    try: () =>
      context.runTool('kubectl', {
        args: [
          ...['wait', '--for=condition=Established'],
          ...applied.trim().split('\n'),
        ],
      }),
  });
}
