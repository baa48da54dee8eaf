import { AuditorService } from '@backstage/backend-plugin-api';
import {
  Comparison,
  comparisonReadPermission,
  switchChangeSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { PreflightService } from '../preflight/PreflightService';
import { EditedFiles } from '../proposals/editedFile/EditedFiles';
import { ProposalService } from '../proposals/ProposalService';
import { TargetService } from '../targets/TargetService';
import { clusterCaller } from './clusterCaller';
import { EntityAccess } from './EntityAccess';
import { targetParametersSchema } from './parameters';
import { parse } from './parse';
import { preflightAsker } from './preflightAsker';
import { showValues } from './showValues';

export interface ComparisonRouteOptions {
  access: EntityAccess;
  auditor: AuditorService;
  targets: TargetService;
  preflight: PreflightService;
  proposals: ProposalService;
  editedFiles: EditedFiles;
}

export function comparisonRoute({
  access,
  auditor,
  targets,
  preflight,
  proposals,
  editedFiles,
}: ComparisonRouteOptions): express.Router {
  const router = Router();
  router.get(
    '/entities/:kind/:namespace/:name/targets/:target/comparison',
    async (request, response) => {
      const { entity, entityRef } = await access.read(
        request,
        comparisonReadPermission,
      );
      const { target: id } = parse(targetParametersSchema, request.params);
      const change = parse(switchChangeSchema, request.query);
      const target = await targets.find(entity, id);
      const caller = clusterCaller(request);
      const asker = preflightAsker(
        request,
        { entity, entityRef },
        { access, proposals, targets },
      );
      const compare = async (values: boolean): Promise<Comparison> => {
        const { comparison, edit } = await preflight.compare(target, change, {
          ...caller,
          asker,
          forPreview: true,
          values,
        });
        return comparison.alreadySet
          ? comparison
          : {
              ...comparison,
              editedFile: await editedFiles.about(edit, caller),
            };
      };
      response.json(
        await showValues(
          request,
          { access, auditor, entityRef, asked: { target: id, ...change } },
          async values => {
            const answer = await compare(values);
            return { answer, meta: { digest: answer.digest } };
          },
        ),
      );
    },
  );
  return router;
}
