import { AuditorService } from '@backstage/backend-plugin-api';
import { deliveryReadPermission } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { RolloutManifestService } from '../rollouts/manifests/RolloutManifestService';
import { TargetService } from '../targets/TargetService';
import { clusterCaller } from './clusterCaller';
import { EntityAccess } from './EntityAccess';
import { rolloutParametersSchema } from './parameters';
import { parse } from './parse';
import { showValues } from './showValues';

export interface RolloutManifestRouteOptions {
  access: EntityAccess;
  auditor: AuditorService;
  targets: TargetService;
  rolloutManifests: RolloutManifestService;
}

export function rolloutManifestRoute({
  access,
  auditor,
  targets,
  rolloutManifests,
}: RolloutManifestRouteOptions): express.Router {
  const router = Router();
  router.get(
    '/entities/:kind/:namespace/:name/targets/:target/rollouts/:rolloutNamespace/:rollout/manifest',
    async (request, response) => {
      const { entity, entityRef } = await access.read(
        request,
        deliveryReadPermission,
      );
      const asked = parse(rolloutParametersSchema, request.params);
      const target = await targets.find(entity, asked.target);
      const rollout = {
        namespace: asked.rolloutNamespace,
        name: asked.rollout,
      };
      const caller = clusterCaller(request);
      response.json(
        await showValues(
          request,
          { access, auditor, entityRef, asked },
          async values => {
            const answer = await rolloutManifests.show(target, rollout, {
              ...caller,
              values,
            });
            return { answer, meta: { valuesShown: !answer.masked } };
          },
        ),
      );
    },
  );
  return router;
}
