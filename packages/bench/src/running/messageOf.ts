import { ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { CustomErrorBase } from '@backstage/errors';
import { z, ZodType } from 'zod/v4';

/** A process ended before it had said what it was started for. */
class ProcessEndedError extends CustomErrorBase {
  name = 'ProcessEndedError' as const;
}

/**
 * The next message of a process that is one. Backstage, and what loads TypeScript, have things of their own to say to
 * whoever started them.
 *
 * @throws {@link ProcessEndedError}
 */
export async function messageOf<Schema extends ZodType>(
  child: ChildProcess,
  schema: Schema,
): Promise<z.output<Schema>> {
  for await (const [message] of on(child, 'message', { close: ['exit'] })) {
    const parsed = schema.safeParse(message);
    if (parsed.success) {
      return parsed.data;
    }
  }
  throw new ProcessEndedError(
    `Process ${child.pid} ended with ${child.exitCode ?? child.signalCode}`,
  );
}
