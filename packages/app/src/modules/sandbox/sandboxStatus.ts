import { z } from 'zod/v4';

const partSchema = z.object({
  name: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'building', 'starting', 'ready', 'failed']),
  message: z.string().optional(),
});

/** What the sandbox says of itself; `absent` where this Backstage was started without one. */
export const sandboxStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('absent') }),
  z.object({ state: z.literal('stopped') }),
  z.object({
    state: z.literal('starting'),
    parts: z.array(partSchema),
    /** While programs are built: how far all of them are, between 0 and 1, and how much longer it takes. */
    build: z.object({ share: z.number(), message: z.string() }).optional(),
  }),
  z.object({ state: z.literal('failed'), parts: z.array(partSchema) }),
  z.object({ state: z.literal('ready'), parts: z.array(partSchema) }),
]);

export type SandboxStatus = z.infer<typeof sandboxStatusSchema>;
export type SandboxPart = z.infer<typeof partSchema>;
