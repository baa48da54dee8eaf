import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod/v4';
import { writeFileAtomically } from './writeFileAtomically';

const connectionSchema = z.object({
  gitea: z.object({
    url: z.string(),
    username: z.string(),
    password: z.string(),
    token: z.string(),
    repository: z.string(),
  }),
  argocd: z.object({ url: z.string() }),
});

/** How to reach what runs, for commands in another terminal. Secrets, so only the user may read the file. */
export type SandboxConnection = z.infer<typeof connectionSchema>;

const file = (directory: string) => join(directory, 'connection.json');

export function writeConnection(
  directory: string,
  connection: SandboxConnection,
): void {
  writeFileAtomically(
    file(directory),
    JSON.stringify(connection, undefined, 2),
  );
}

export function removeConnection(directory: string): void {
  rmSync(file(directory), { force: true });
}

/** @throws `NotFoundError` when no sandbox is up in this directory */
export function readConnection(directory: string): SandboxConnection {
  let text: string;
  try {
    text = readFileSync(file(directory), 'utf8');
  } catch {
    throw new NotFoundError(
      `No sandbox is up in ${directory}. Start one with "npm start" or "yarn sandbox start"`,
    );
  }
  return connectionSchema.parse(JSON.parse(text));
}
