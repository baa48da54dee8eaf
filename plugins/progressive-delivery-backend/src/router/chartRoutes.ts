import { AuditorService } from '@backstage/backend-plugin-api';
import {
  ChartPreparation,
  chartPreparationRequestSchema,
  ChartPreparationResponse,
  ChartsResponse,
  comparisonReadPermission,
  deliveryReadPermission,
  proposalCreatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { ChartPreparations } from '../preparation/ChartPreparations';
import { TargetService } from '../targets/TargetService';
import { audited } from './audited';
import { clusterCaller } from './clusterCaller';
import { EntityAccess } from './EntityAccess';
import { chartParametersSchema, targetParametersSchema } from './parameters';
import { parse } from './parse';
import { showValues } from './showValues';

export interface ChartRoutesOptions {
  access: EntityAccess;
  targets: TargetService;
  preparations: ChartPreparations;
  auditor: AuditorService;
}

export function chartRoutes({
  access,
  auditor,
  preparations,
  targets,
}: ChartRoutesOptions): express.Router {
  const router = Router();
  const path = '/entities/:kind/:namespace/:name/targets/:target/charts';

  router.get(path, async (request, response) => {
    const { entity } = await access.read(request, deliveryReadPermission);
    const { target: id } = parse(targetParametersSchema, request.params);
    const target = await targets.find(entity, id);
    const answer: ChartsResponse = await preparations.list(
      target,
      clusterCaller(request),
    );
    response.json(answer);
  });

  router.get(`${path}/:chart/preparation`, async (request, response) => {
    const { entity, entityRef } = await access.read(
      request,
      comparisonReadPermission,
    );
    const { chart, target: id } = parse(chartParametersSchema, request.params);
    const target = await targets.find(entity, id);
    const { signal } = clusterCaller(request);
    response.json(
      await showValues<ChartPreparation>(
        request,
        { access, auditor, entityRef, asked: { target: id, chart } },
        async values => {
          const answer = await preparations.prepare(target, chart, {
            signal,
            values,
          });
          return { answer, meta: { state: answer.state } };
        },
      ),
    );
  });

  // Not tied to the connection: a half-made pull request is worse than one that nobody waits for.
  router.post(`${path}/:chart/preparation`, async (request, response) => {
    const proposed = await audited(
      auditor,
      {
        eventId: 'chart-preparation-create',
        severityLevel: 'medium',
        request,
        meta: { ...request.params },
      },
      async () => {
        const { entity, entityRef, userEntityRef } = await access.change(
          request,
          proposalCreatePermission,
        );
        const { chart, target: id } = parse(
          chartParametersSchema,
          request.params,
        );
        const requested = parse(chartPreparationRequestSchema, request.body);
        const target = await targets.find(entity, id);
        const answer: ChartPreparationResponse = await preparations.propose(
          target,
          chart,
          requested,
          { entityRef, userEntityRef },
        );
        return {
          answer,
          meta: {
            entityRef,
            chart,
            outcome: answer.outcome,
            pullRequest: answer.proposal.url,
          },
        };
      },
    );
    response.status(proposed.outcome === 'created' ? 201 : 200).json(proposed);
  });

  return router;
}
