import {
  deliveryReadPermission,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { RolloutService } from '../rollouts/live/RolloutService';
import { TargetService } from '../targets/TargetService';
import { clusterCaller } from './clusterCaller';
import { EntityAccess } from './EntityAccess';
import { targetParametersSchema } from './parameters';
import { parse } from './parse';

export interface RolloutsRouteOptions {
  access: EntityAccess;
  targets: TargetService;
  rollouts: RolloutService;
}

export function rolloutsRoute({
  access,
  targets,
  rollouts,
}: RolloutsRouteOptions): express.Router {
  const router = Router();
  router.get(
    '/entities/:kind/:namespace/:name/targets/:target/rollouts',
    async (request, response) => {
      const { entity } = await access.read(request, deliveryReadPermission);
      const { target: id } = parse(targetParametersSchema, request.params);
      const target = await targets.find(entity, id);
      const answer: RolloutsResponse = await rollouts.list(
        target,
        clusterCaller(request),
      );
      response.json(answer);
    },
  );
  return router;
}
