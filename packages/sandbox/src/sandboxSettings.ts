import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { z } from 'zod/v4';
import { freePorts, isPortFree } from './processes/freePorts';
import { writeFileAtomically } from './writeFileAtomically';

const settingsSchema = z.object({
  /** Gitea keeps its port: the Applications in its repository name it. */
  giteaPort: z.number(),
  giteaPassword: z.string(),
  giteaSecretKey: z.string(),
  giteaInternalToken: z.string(),
  giteaToken: z.string().optional(),
  webhookSecret: z.string(),
  argocdServerKey: z.string(),
});

/** What a sandbox keeps from start to start, until it is reset. Secrets, so only the user may read the file. */
export type SandboxSettings = z.infer<typeof settingsSchema>;

const secret = () => randomBytes(24).toString('hex');

/** @throws {@link ConflictError} when somebody else listens on the port that this sandbox's Gitea had before */
export async function loadSettings(
  directory: string,
): Promise<SandboxSettings> {
  const settings = readSettings(directory);
  if (!settings) {
    const [giteaPort] = await freePorts(1);
    const created = {
      giteaPort,
      giteaPassword: secret(),
      giteaSecretKey: secret(),
      giteaInternalToken: secret(),
      webhookSecret: secret(),
      argocdServerKey: secret(),
    };
    saveSettings(directory, created);
    return created;
  }
  if (!(await isPortFree(settings.giteaPort))) {
    throw new ConflictError(
      `Port ${settings.giteaPort}, which the Gitea of this sandbox used before, is in use. End the program that uses it, or give the sandbox up with "yarn sandbox reset" and start a new one`,
    );
  }
  return settings;
}

export function saveSettings(
  directory: string,
  settings: SandboxSettings,
): void {
  writeFileAtomically(
    settingsFile(directory),
    JSON.stringify(settings, undefined, 2),
  );
}

function readSettings(directory: string): SandboxSettings | undefined {
  let text: string;
  try {
    text = readFileSync(settingsFile(directory), 'utf8');
  } catch {
    return undefined;
  }
  return settingsSchema.parse(JSON.parse(text));
}

function settingsFile(directory: string): string {
  return join(directory, 'settings.json');
}
