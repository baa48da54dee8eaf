import { z } from 'zod/v4';
import { forkModule } from '../../../running/forkModule';
import { messageOf } from '../../../running/messageOf';
import { Stage } from '../stage/Stage';

const resultSchema = z.object({
  milliseconds: z.number(),
  bytes: z.number(),
  objects: z.number(),
});

/**
 * The least that it takes to read a namespace: all Rollouts, ReplicaSets and pods, page by page (500 a page, as kubectl
 * asks), straight from the API server, parsed as JSON by a Node process that does nothing else and keeps nothing.
 */
export async function rawList(
  { server }: Stage,
  namespace: string,
): Promise<z.output<typeof resultSchema>> {
  const child = forkModule('benchmarks/rollouts/rows/rawListMain.ts', [
    server.url,
    server.token,
    server.caData,
    namespace,
  ]);
  return messageOf(child, resultSchema);
}
