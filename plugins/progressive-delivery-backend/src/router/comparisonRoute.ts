import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Comparison,
  comparisonReadPermission,
  ComparisonStage,
  switchChangeSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { PreflightService } from '../preflight/PreflightService';
import { EditedFiles } from '../proposals/editedFile/EditedFiles';
import { ProposalService } from '../proposals/ProposalService';
import { TargetService } from '../targets/TargetService';
import { EVENT_STREAM } from './answers/eventStream';
import { streamComparison } from './answers/streamComparison';
import { clusterCaller } from './clusterCaller';
import { EntityAccess } from './EntityAccess';
import { targetParametersSchema } from './parameters';
import { parse } from './parse';
import { preflightAsker } from './preflightAsker';
import { showValues } from './showValues';

export interface ComparisonRouteOptions {
  access: EntityAccess;
  auditor: AuditorService;
  logger: LoggerService;
  targets: TargetService;
  preflight: PreflightService;
  proposals: ProposalService;
  editedFiles: EditedFiles;
}

/** What a switch would change; streamed where that is asked for, so that its stages are told as well. */
export function comparisonRoute({
  access,
  auditor,
  logger,
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
      const compare = async (
        values: boolean,
        onStage?: (stage: ComparisonStage) => void,
      ): Promise<Comparison> => {
        const { comparison, edit } = await preflight.compare(target, change, {
          ...caller,
          asker,
          forPreview: true,
          onStage,
          values,
        });
        return comparison.alreadySet
          ? comparison
          : {
              ...comparison,
              editedFile: await editedFiles.about(edit, caller),
            };
      };
      const show = (onStage?: (stage: ComparisonStage) => void) =>
        showValues(
          request,
          { access, auditor, entityRef, asked: { target: id, ...change } },
          async values => {
            const answer = await compare(values, onStage);
            return { answer, meta: { digest: answer.digest } };
          },
        );
      if (request.accepts(['json', EVENT_STREAM]) === EVENT_STREAM) {
        await streamComparison(response, { logger }, show);
      } else {
        response.json(await show());
      }
    },
  );
  return router;
}
