import { createHash } from 'node:crypto';
import {
  deliveryReadPermission,
  fleetQuerySchema,
  FleetResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { LRUCache } from 'lru-cache';
import { FleetService } from '../fleet/FleetService';
import { EntityAccess } from './EntityAccess';
import { parse } from './parse';

/** Milliseconds for which it is believed what somebody may read: who pages and filters asks every few seconds. */
const BELIEVED = 30_000;
/** Callers of whom that is kept. */
const MOST_CALLERS = 100;

export interface FleetRouteOptions {
  access: EntityAccess;
  fleet: Pick<FleetService, 'page'>;
}

/** All components that the caller may read, page by page. */
export function fleetRoute({
  access,
  fleet,
}: FleetRouteOptions): express.Router {
  const known = new LRUCache<string, Promise<ReadonlySet<string>>>({
    max: MOST_CALLERS,
    ttl: BELIEVED,
  });
  const readable = async (request: Request, entityRefs: string[]) => {
    const key = callerAsking(request, entityRefs);
    const asked =
      known.get(key) ??
      access.readable(request, deliveryReadPermission, entityRefs);
    known.set(key, asked, { noUpdateTTL: true });
    try {
      return await asked;
    } catch (error) {
      known.delete(key);
      throw error;
    }
  };
  const router = Router();
  router.get('/fleet', async (request, response) => {
    // Nothing is read for somebody who is nobody.
    await access.readable(request, deliveryReadPermission, []);
    const answer: FleetResponse = await fleet.page(
      parse(fleetQuerySchema, request.query),
      { readable: entityRefs => readable(request, entityRefs) },
    );
    response.json(answer);
  });
  return router;
}

/** A token and what it is asked for: another token may be another person's. */
function callerAsking(request: Request, entityRefs: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([request.headers.authorization, entityRefs]))
    .digest('base64');
}
