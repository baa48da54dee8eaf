import { eventually } from '../processes/eventually';
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
  await eventually(
    'The custom resources are served',
    // It fails at once for one that has no conditions yet.
    () =>
      context.runTool('kubectl', {
        args: [
          ...['wait', '--for=condition=Established'],
          ...applied.trim().split('\n'),
        ],
      }),
    { seconds: 60, signal: context.signal },
  );
}
