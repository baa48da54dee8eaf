import { spawn } from 'node:child_process';
import type { Sandbox } from '@progressive-delivery/sandbox';

/** Applies an object as administrator. */
export async function applyManifest(
  sandbox: Sandbox,
  manifest: object,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(sandbox.tools.kubectl, ['apply', '--filename', '-'], {
      env: { ...process.env, ...sandbox.environment() },
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new Error(`kubectl apply ended with ${code}`)),
    );
    child.stdin.end(JSON.stringify(manifest));
  });
}
