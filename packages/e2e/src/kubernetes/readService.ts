import type { Sandbox } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';

const serviceSchema = z.object({
  metadata: z.object({ uid: z.string() }),
  spec: z.record(z.string(), z.unknown()),
});

/** What makes a Service the one it is: its id and its whole specification, cluster address included. */
export async function readService(
  sandbox: Sandbox,
  namespace: string,
  name: string,
): Promise<{ uid: string; spec: Record<string, unknown> }> {
  const { metadata, spec } = serviceSchema.parse(
    JSON.parse(
      await sandbox.kubectl([
        ...['get', 'service', name, '--namespace', namespace],
        ...['--output', 'json'],
      ]),
    ),
  );
  return { uid: metadata.uid, spec };
}
