import { poll } from '../processes/poll';
import type { SandboxContext } from '../SandboxContext';

/** Applies a folder of CustomResourceDefinitions and waits until they are served. */
export async function applyDefinitions(
  context: SandboxContext,
  folder: string,
): Promise<void> {
  const source = ['--kustomize', folder];
  await context.runTool('kubectl', {
    args: ['apply', '--server-side', ...source],
  });
  await poll({
    what: 'Serving the custom resources',
    seconds: 60,
    signal: context.signal,
    try: () =>
      context.runTool('kubectl', {
        args: ['wait', '--for=condition=Established', ...source],
      }),
  });
}
