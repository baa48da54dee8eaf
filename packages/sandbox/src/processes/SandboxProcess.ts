import { z } from 'zod/v4';

export const identitySchema = z.object({
  pid: z.number(),
  startTime: z.string(),
});

export const sandboxProcessSchema = identitySchema.extend({
  name: z.string(),
  log: z.string(),
});

/** A process that belongs to a sandbox. */
export type SandboxProcess = z.infer<typeof sandboxProcessSchema>;
