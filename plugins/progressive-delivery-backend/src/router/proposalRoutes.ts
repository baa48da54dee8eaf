import { AuditorService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  deliveryReadPermission,
  proposalActionRequestSchema,
  ProposalActionResponse,
  proposalCreatePermission,
  proposalOverridePermission,
  proposalRequestSchema,
  ProposalResponse,
  ProposalsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { ProposalActions } from '../proposals/ProposalActions';
import { ProposalService } from '../proposals/ProposalService';
import { TargetService } from '../targets/TargetService';
import { UserTokens } from '../clusters/UserTokens';
import { audited } from './audited';
import { clusterCaller } from './clusterCaller';
import { EntityAccess } from './EntityAccess';
import { proposalParametersSchema, targetParametersSchema } from './parameters';
import { parse } from './parse';
import { preflightAsker } from './preflightAsker';

export interface ProposalRoutesOptions {
  access: EntityAccess;
  targets: TargetService;
  proposals: ProposalService;
  proposalActions: ProposalActions;
  auditor: AuditorService;
}

export function proposalRoutes({
  access,
  targets,
  proposals,
  proposalActions,
  auditor,
}: ProposalRoutesOptions): express.Router {
  const router = Router();
  const path = '/entities/:kind/:namespace/:name/targets/:target/proposals';

  // Not tied to the connection: a half-made proposal is worse than one that nobody waits for.
  const proposing = (
    request: Request,
    asking: { entity: Entity; entityRef: string },
  ) => ({
    userTokens: UserTokens.of(request),
    asker: preflightAsker(request, asking, { access, proposals, targets }),
  });

  router.get(path, async (request, response) => {
    const { entity } = await access.read(request, deliveryReadPermission);
    const { target: id } = parse(targetParametersSchema, request.params);
    const target = await targets.find(entity, id);
    const answer: ProposalsResponse = {
      proposals: await proposals.list(target, clusterCaller(request)),
    };
    response.json(answer);
  });

  router.post(path, async (request, response) => {
    const proposed = await audited(
      auditor,
      {
        eventId: 'proposal-create',
        severityLevel: 'medium',
        request,
        meta: { ...request.params },
      },
      async () => {
        const { entity, entityRef, userEntityRef } = await access.change(
          request,
          proposalCreatePermission,
        );
        const { target: id } = parse(targetParametersSchema, request.params);
        const requested = parse(proposalRequestSchema, request.body);
        if (requested.override) {
          await access.change(request, proposalOverridePermission);
        }
        const target = await targets.find(entity, id, {
          changing: requested.switch,
        });
        const answer: ProposalResponse = await proposals.propose(
          target,
          requested,
          { entityRef, userEntityRef },
          proposing(request, { entity, entityRef }),
        );
        return {
          answer,
          meta: {
            entityRef,
            switch: requested.switch,
            enabled: requested.enabled,
            outcome: answer.outcome,
            pullRequest: answer.proposal.url,
            ...(requested.override && {
              override: {
                reason: requested.override.reason,
                findings: (answer.overridden ?? []).map(
                  ({ id: finding, object }) => ({ id: finding, object }),
                ),
              },
            }),
          },
        };
      },
    );
    response.status(proposed.outcome === 'created' ? 201 : 200).json(proposed);
  });

  for (const action of ['update', 'close'] as const) {
    router.post(`${path}/:number/${action}`, async (request, response) => {
      const done = await audited(
        auditor,
        {
          eventId: `proposal-${action}`,
          severityLevel: 'medium',
          request,
          meta: { ...request.params },
        },
        async () => {
          const { entity, entityRef, userEntityRef } = await access.change(
            request,
            proposalCreatePermission,
          );
          const { number, target: id } = parse(
            proposalParametersSchema,
            request.params,
          );
          const requested = parse(proposalActionRequestSchema, request.body);
          const target = await targets.find(entity, id, {
            changing: requested.switch,
          });
          const answer: ProposalActionResponse = await proposalActions[action](
            target,
            { number, switch: requested.switch, entityRef },
            proposing(request, { entity, entityRef }),
          );
          return {
            answer,
            meta: {
              entityRef,
              userEntityRef,
              switch: requested.switch,
              outcome: answer.outcome,
            },
          };
        },
      );
      response.json(done);
    });
  }

  return router;
}
