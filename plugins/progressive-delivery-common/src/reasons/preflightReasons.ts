import { z } from 'zod/v4';
import { messageSchema } from '../texts';
import { key, limit, other, type } from './parameters';

const count = z.number();
const text = z.string();
const texts = z.array(z.string());

/** What of a workload, live or rendered, preflight checks have found to be wrong. `other`: a field. */
export const preflightReasons = [
  messageSchema('strategyRecreates', {}),
  messageSchema('claimIsExclusive', { claim: text, mode: text }),
  messageSchema('takesNodePort', { container: text, port: count }),
  messageSchema('keptApart', { topologyKey: text }),
  messageSchema('isPausedBySpec', {}),
  messageSchema('specNotObserved', {}),
  messageSchema('podsNotUpdated', { updated: count, replicas: count }),
  messageSchema('oldPodsLeft', {}),
  messageSchema('podsNotAvailable', { available: count, replicas: count }),
  messageSchema('isAborted', {}),
  messageSchema('isNotPromoted', {}),
  messageSchema('isInPhase', { phase: text }),
  messageSchema('isInNoPhase', {}),
  messageSchema('mustNotBeNull', {}),
  messageSchema('mustBeIntOrText', {}),
  messageSchema('mustBeOfType', { type }),
  messageSchema('mustBeOneOf', { allowed: texts }),
  messageSchema('mustBeAtLeast', { limit }),
  messageSchema('mustBeAtMost', { limit }),
  messageSchema('mustBeWithin', { least: count, most: count }),
  messageSchema('mustBeThere', {}),
  messageSchema('mustSelect', {}),
  messageSchema('mustBeEmptyBeside', { other }),
  messageSchema('mustBeGreaterThan', { other }),
  messageSchema('mustNotBeZeroToo', { other }),
  messageSchema('mustDifferFrom', { other }),
  messageSchema('mustBeSetWith', { other }),
  messageSchema('mustNotBeSetBeside', { other }),
  messageSchema('takesOther', { other }),
  messageSchema('mustHaveOneOf', { allowed: texts }),
  messageSchema('mustHaveOnlyOneOf', { allowed: texts }),
  messageSchema('mustBeAmong', { other }),
  messageSchema('mustBeDuration', {}),
  messageSchema('isNamedBy', { objects: texts }),
  messageSchema('contentGoesWithIt', {}),
  messageSchema('requestsReach', { workload: text }),
  messageSchema('onlyScaler', { workload: text }),
  messageSchema('grantsPermissions', { workload: text }),
  messageSchema('selectsOtherPods', { key, value: text }),
  messageSchema('managedByRollout', { rollout: text }),
] as const;
