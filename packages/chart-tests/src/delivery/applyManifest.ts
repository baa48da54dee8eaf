import { runCommand, type Sandbox } from '@progressive-delivery/sandbox';

/** Applies an object as administrator. */
export async function applyManifest(
  sandbox: Sandbox,
  manifest: object,
): Promise<void> {
  await runCommand(sandbox.tools.kubectl, {
    args: ['apply', '--filename', '-'],
    env: { ...process.env, ...sandbox.environment() },
    input: JSON.stringify(manifest),
  });
}
