import { Entity } from '@backstage/catalog-model';
import { deliveryReadPermission } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Request } from 'express';
import { PreflightAsker } from '@progressive-delivery/engine';
import { ProposalService } from '../proposals/ProposalService';
import { TargetService } from '../targets/TargetService';
import { EntityAccess } from './EntityAccess';

/** What preflight needs to know of who asks, and for which entity. */
export function preflightAsker(
  request: Request,
  { entity, entityRef }: { entity: Entity; entityRef: string },
  {
    access,
    proposals,
    targets,
  }: {
    access: EntityAccess;
    proposals: ProposalService;
    targets: TargetService;
  },
): PreflightAsker {
  return {
    entityRef,
    targets: async call => (await targets.resolve(entity, call)).targets,
    mayRead: entityRefs =>
      access.readable(request, deliveryReadPermission, entityRefs),
    openProposals: places => proposals.openAmong(places),
  };
}
