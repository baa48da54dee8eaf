import { z } from 'zod/v4';
import { messageSchema } from '../texts';

/** Entity reference. */
const entity = z.string();

const names = z.array(z.string());

/** What keeps somebody from asking for an entity or one of its delivery targets, or from changing anything. */
export const accessProblems = [
  /** The same where it may not be seen. */
  messageSchema('entityMissing', { entity }),
  messageSchema('permissionMissing', { permission: z.string(), entity }),
  messageSchema('proposalsOff', {}),
  messageSchema('actionsOff', {}),

  /** `target`: its id; `targets`: those that the entity has. */
  messageSchema('targetMissing', {
    entity,
    target: z.string(),
    targets: names,
  }),
  messageSchema('targetsMissing', { entity, target: z.string() }),

  /** `target`: its title; `own`: switches of it that belong to the entity. */
  messageSchema('switchNotOwned', {
    entity,
    target: z.string(),
    switch: z.string(),
    own: names,
  }),
  messageSchema('noSwitchOwned', {
    entity,
    target: z.string(),
    switch: z.string(),
  }),
] as const;
