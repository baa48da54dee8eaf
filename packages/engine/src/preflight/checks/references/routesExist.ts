import { preflightCheck } from '../preflightCheck';
import {
  isThere,
  missingReferences,
  newRollouts,
  placeOf,
} from './missingReferences';
import { routesNamed } from './rolloutReferences';

/** Kinds of which a cluster is never asked. */
const UNREAD = ['Mapping'];

/** The Ingresses and VirtualServices that the traffic router of a Rollout writes into are there. */
export const routesExist = preflightCheck({
  id: 'routes-exist',
  severity: 'block',
  pieces: ['routes'],
  concerns: change =>
    newRollouts(change).some(({ after }) => routesNamed(after).length > 0),
  run: (change, { routes }) =>
    missingReferences(change, routes.value, rollout =>
      routesNamed(rollout).filter(({ kind }) => !UNREAD.includes(kind)),
    ),
  unsure: change =>
    newRollouts(change).flatMap(each =>
      routesNamed(each.after)
        .filter(
          reference =>
            UNREAD.includes(reference.kind) &&
            !isThere(placeOf(reference, each), change, []),
        )
        .map(({ kind, name }) => ({
          message: 'kindNotRead' as const,
          parameters: { kind, name },
        })),
    ),
});
