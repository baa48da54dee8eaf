import { z } from 'zod/v4';

const measuredSchema = z.object({
  name: z.string(),
  /** Milliseconds, as all others: the event loop's longest delay. */
  delay: z.number(),
  /** With harmless input of the same size. */
  harmlessDelay: z.number(),
  /** Median of warm previews of another target meanwhile, and alone. */
  preview: z.number(),
  alone: z.number(),
});

export type Measured = z.infer<typeof measuredSchema>;

/** What the process says; Backstage's loader, which reads TypeScript, sends messages of its own beside. */
export const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('measured'), measured: measuredSchema }),
  z.object({ type: z.literal('failed'), error: z.string() }),
]);
