import { AuditorService } from '@backstage/backend-plugin-api';
import {
  rolloutActionRequestSchema,
  RolloutActionResponse,
  rolloutUpdatePermission,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { UserTokens } from '../clusters/UserTokens';
import { RolloutActionService } from '../rollouts/actions/RolloutActionService';
import { TargetService } from '../targets/TargetService';
import { audited } from './audited';
import { EntityAccess } from './EntityAccess';
import { rolloutActionParametersSchema } from './parameters';
import { parse } from './parse';

export interface RolloutActionRouteOptions {
  access: EntityAccess;
  targets: TargetService;
  rolloutActions: RolloutActionService;
  auditor: AuditorService;
}

export function rolloutActionRoute({
  access,
  targets,
  rolloutActions,
  auditor,
}: RolloutActionRouteOptions): express.Router {
  const router = Router();
  router.post(
    '/entities/:kind/:namespace/:name/targets/:target/rollouts/:rolloutNamespace/:rollout/:action',
    async (request, response) => {
      const seen = rolloutActionRequestSchema.safeParse(request.body).data;
      const done = await audited(
        auditor,
        {
          eventId: 'rollout-update',
          severityLevel: 'medium',
          request,
          meta: { ...request.params, ...(seen && { seen }) },
        },
        async () => {
          const { entity, entityRef, userEntityRef } = await access.change(
            request,
            rolloutUpdatePermission,
          );
          const {
            action,
            rollout: name,
            rolloutNamespace: namespace,
            target: id,
          } = parse(rolloutActionParametersSchema, request.params);
          const requested = {
            namespace,
            name,
            action,
            seen: parse(rolloutActionRequestSchema, request.body),
          };
          const target = await targets.find(entity, id);
          // Not tied to the connection: of two patches, both are to be sent.
          const { from, ownershipKnownSince } = await rolloutActions.act(
            target,
            requested,
            {
              entityRef,
              userTokens: UserTokens.of(request),
            },
          );
          const answer: RolloutActionResponse = {
            notes: ownershipKnownSince
              ? [
                  toMessage('note', {
                    id: 'ownershipLastKnown',
                    parameters: { at: { time: ownershipKnownSince } },
                  }),
                ]
              : [],
          };
          return {
            answer,
            meta: {
              entityRef,
              userEntityRef,
              cluster: target.destination.cluster,
              from,
              ...(ownershipKnownSince && { ownershipKnownSince }),
            },
          };
        },
      );
      response.json(done);
    },
  );
  return router;
}
