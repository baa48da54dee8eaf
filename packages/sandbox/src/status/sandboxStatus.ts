import { z } from 'zod/v4';

export const partNames = [
  'gitea',
  'kubernetes',
  'argo-rollouts',
  'argocd',
  'application',
] as const;

export type PartName = (typeof partNames)[number];

const partTitles: Record<PartName, string> = {
  gitea: 'Gitea',
  kubernetes: 'Kubernetes',
  'argo-rollouts': 'Argo Rollouts',
  argocd: 'Argo CD',
  application: 'Application',
};

export const partStatusSchema = z.object({
  name: z.enum(partNames),
  title: z.string(),
  state: z.enum(['waiting', 'building', 'starting', 'ready', 'failed']),
  /** What it is doing, or why it failed, for a person to read. */
  message: z.string(),
  /** When the state last changed, ISO 8601. */
  since: z.string(),
});

/** One part of the sandbox. */
export type PartStatus = z.infer<typeof partStatusSchema>;

/** What `status.json` in the sandbox's directory holds. */
export const sandboxStatusSchema = z.object({
  state: z.enum(['starting', 'ready', 'failed', 'stopped']),
  parts: z.array(partStatusSchema),
  /** While programs are built: how far all of them are, between 0 and 1, and how much longer it takes, for a person to read. */
  build: z.object({ share: z.number(), message: z.string() }).optional(),
  /** ISO 8601. */
  updatedAt: z.string(),
});

export type SandboxStatus = z.infer<typeof sandboxStatusSchema>;

export type PartChange = Pick<PartStatus, 'state' | 'message'>;

/** All parts waiting. */
export function initialStatus(now: Date): SandboxStatus {
  const since = now.toISOString();
  return {
    state: 'starting',
    parts: partNames.map(name => ({
      name,
      title: partTitles[name],
      state: 'waiting',
      message: '',
      since,
    })),
    updatedAt: since,
  };
}

/** The sandbox is ready when all its parts are, and has failed when one of them has. */
export function withPart(
  status: SandboxStatus,
  name: PartName,
  change: PartChange,
  now: Date,
): SandboxStatus {
  const updatedAt = now.toISOString();
  const parts = status.parts.map(part =>
    part.name === name
      ? {
          ...part,
          ...change,
          since: part.state === change.state ? part.since : updatedAt,
        }
      : part,
  );
  return { ...status, state: overallState(parts), parts, updatedAt };
}

function overallState(parts: PartStatus[]): SandboxStatus['state'] {
  if (parts.some(part => part.state === 'failed')) {
    return 'failed';
  }
  return parts.every(part => part.state === 'ready') ? 'ready' : 'starting';
}

/** Nothing runs any more. A part's failure stays readable. */
export function stoppedStatus(status: SandboxStatus, now: Date): SandboxStatus {
  const updatedAt = now.toISOString();
  return {
    state: status.state === 'failed' ? 'failed' : 'stopped',
    parts: status.parts.map(part =>
      part.state === 'failed'
        ? part
        : { ...part, state: 'waiting', message: '', since: updatedAt },
    ),
    updatedAt,
  };
}
