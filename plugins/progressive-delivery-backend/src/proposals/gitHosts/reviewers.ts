import { z } from 'zod/v4';

/** The name of a team within its organization. */
export function teamName(team: string): string {
  return team.slice(team.indexOf('/') + 1);
}

/** Whatever a host answers to what it has done. */
export const doneSchema = z.unknown().transform(() => undefined);
