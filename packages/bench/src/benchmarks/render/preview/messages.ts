import { z } from 'zod/v4';

/** What the process is asked. */
export const questionSchema = z.discriminatedUnion('ask', [
  /** Nothing is rendered yet, but the tools are found and the files of the overlay are there. */
  z.object({ ask: z.literal('begin anew'), overlay: z.string() }),
  /** Describes the target until what Git holds is rendered: what its switches do has not been tried then. */
  z.object({ ask: z.literal('show target'), overlay: z.string() }),
  /** Previews what turns the switch on, as often as asked at once. */
  z.object({
    ask: z.literal('preview'),
    overlay: z.string(),
    switch: z.string(),
    times: z.number(),
    /**
     * Whether the checks look at it, and at the cluster; `reads`: whether only the requests are made meanwhile that the
     * last preview with checks made, and the answers read as text.
     */
    preflight: z.union([z.boolean(), z.literal('reads')]),
  }),
  /** Makes the requests again that the last preview with checks made, all at once, and reads the answers as text. */
  z.object({ ask: z.literal('raw reads') }),
  /** The peak is counted from here. */
  z.object({ ask: z.literal('idle memory') }),
  z.object({ ask: z.literal('peak memory') }),
]);

export type Question = z.infer<typeof questionSchema>;

export const previewSchema = z.object({
  milliseconds: z.number(),
  /** Processes that were started. */
  subprocesses: z.number(),
  /** Those of them that were kustomize. */
  renderings: z.number(),
  /** Longest time for which nothing else was done, in milliseconds. */
  longestBlock: z.number(),
  documents: z.number(),
  changes: z.array(z.string()),
  /** Checks that could look at everything; 0 where they were not asked to. */
  looked: z.number(),
  edit: z.object({ file: z.string(), after: z.string() }),
});

export type Preview = z.infer<typeof previewSchema>;

export const rawReadsSchema = z.object({
  milliseconds: z.number(),
  requests: z.number(),
});

/** What it answers; Backstage's loader, which reads TypeScript, sends messages of its own beside. */
export const answerSchema = z.union([
  z.object({ type: z.literal('failed'), error: z.string() }),
  z.object({ type: z.literal('answered'), answer: z.unknown().optional() }),
]);
