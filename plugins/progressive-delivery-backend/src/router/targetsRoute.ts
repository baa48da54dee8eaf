import {
  deliveryReadPermission,
  targetsQuerySchema,
  TargetsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { OverviewService } from '../overview/OverviewService';
import { SetupService } from '../setup/SetupService';
import { clusterCaller } from './clusterCaller';
import { EntityAccess } from './EntityAccess';
import { parse } from './parse';

export interface TargetsRouteOptions {
  access: EntityAccess;
  overview: OverviewService;
  setup: Pick<SetupService, 'problems'>;
}

export function targetsRoute({
  access,
  overview,
  setup,
}: TargetsRouteOptions): express.Router {
  const router = Router();
  router.get(
    '/entities/:kind/:namespace/:name/targets',
    async (request, response) => {
      const { entity } = await access.read(request, deliveryReadPermission);
      const { wait } = parse(targetsQuerySchema, request.query);
      const answer = await overview.list(entity, {
        ...clusterCaller(request),
        wait,
      });
      const missing = setup.problems();
      response.json({
        ...answer,
        ...(missing.length > 0 && { setup: missing }),
      } satisfies TargetsResponse);
    },
  );
  return router;
}
