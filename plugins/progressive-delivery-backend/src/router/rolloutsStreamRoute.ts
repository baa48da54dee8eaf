import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { deliveryReadPermission } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { LONGEST_TIMER } from '@progressive-delivery/engine';
import { EventStream } from '../rollouts/stream/EventStream';
import { StreamLimit } from '../rollouts/stream/StreamLimit';
import {
  deliveryKey,
  RolloutWatchService,
} from '../rollouts/watch/RolloutWatchService';
import { eventStreamHeaders, HEARTBEAT } from './answers/eventStream';
import { EntityAccess } from './EntityAccess';
import { tokenEnd } from './tokenEnd';

export interface RolloutsStreamRouteOptions {
  access: Pick<EntityAccess, 'read'>;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  rolloutWatch: Pick<RolloutWatchService, 'look'>;
  streaming?: Partial<StreamingLimits>;
}

/** What bounds a stream; times in milliseconds. */
export interface StreamingLimits {
  heartbeat: number;
  /** Between two looks whether the caller may still see the entity. */
  authorizeEvery: number;
  /** Streams of one user at a replica. */
  perUser: number;
  /** Streams of one service, which may have many users. */
  perService: number;
}

const DEFAULTS: StreamingLimits = {
  heartbeat: HEARTBEAT,
  authorizeEvery: 60_000,
  perUser: 20,
  perService: 1_000,
};

export function rolloutsStreamRoute({
  access,
  httpAuth,
  logger,
  rolloutWatch,
  streaming,
}: RolloutsStreamRouteOptions): express.Router {
  const limits = { ...DEFAULTS, ...streaming };
  const users = StreamLimit.create({ most: limits.perUser });
  const services = StreamLimit.create({ most: limits.perService });

  /** Counts a stream of the caller, and says until when it may last. */
  const admit = async (request: Request) => {
    const { principal, expiresAt } = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return {
      until: expiresAt ?? tokenEnd(request),
      leave:
        principal.type === 'user'
          ? users.take(principal.userEntityRef)
          : services.take(principal.subject),
    };
  };

  const router = Router();
  router.get(
    '/entities/:kind/:namespace/:name/rollouts/stream',
    async (request, response) => {
      const { entity } = await access.read(request, deliveryReadPermission);
      const { leave, until } = await admit(request);
      const ends = [leave];
      const end = () => ends.splice(0).forEach(each => each());
      response.once('close', end);
      if (response.destroyed) {
        end();
        return;
      }
      response.writeHead(200, eventStreamHeaders);
      const stream = EventStream.open({
        to: response,
        heartbeat: limits.heartbeat,
      });
      ends.push(() => stream.close());
      const stopLooking = rolloutWatch.look(entity, {
        send: event => stream.send(event),
        end,
      });
      ends.push(stopLooking);
      const authorizing = setInterval(async () => {
        try {
          const again = await access.read(request, deliveryReadPermission);
          if (deliveryKey(again.entity) !== deliveryKey(entity)) {
            end();
          }
        } catch (error) {
          // Who connects again is told why.
          logger.debug(
            'A stream ends, its caller may not see it any more',
            isError(error) ? error : undefined,
          );
          end();
        }
      }, limits.authorizeEvery);
      ends.push(() => clearInterval(authorizing));
      if (until) {
        const expiring = setTimeout(
          end,
          Math.min(Math.max(0, until.getTime() - Date.now()), LONGEST_TIMER),
        );
        ends.push(() => clearTimeout(expiring));
      }
    },
  );
  return router;
}
