import {
  Comparison,
  comparisonReadPermission,
  switchChangeSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { TargetService } from '../targets/TargetService';
import { VariantService } from '../variants/VariantService';
import { EntityAccess } from './EntityAccess';
import { targetParametersSchema } from './parameters';
import { parse } from './parse';
import { whileConnected } from './whileConnected';

export interface ComparisonRouteOptions {
  access: EntityAccess;
  targets: TargetService;
  variants: VariantService;
}

export function comparisonRoute({
  access,
  targets,
  variants,
}: ComparisonRouteOptions): express.Router {
  const router = Router();
  router.get(
    '/entities/:kind/:namespace/:name/targets/:target/comparison',
    async (request, response) => {
      const { entity } = await access.read(request, comparisonReadPermission);
      const { target: id } = parse(targetParametersSchema, request.params);
      const change = parse(switchChangeSchema, request.query);
      const target = await targets.find(entity, id);
      const { comparison } = await variants.compare(target, change, {
        signal: whileConnected(request),
      });
      const answer: Comparison = comparison;
      response.json(answer);
    },
  );
  return router;
}
