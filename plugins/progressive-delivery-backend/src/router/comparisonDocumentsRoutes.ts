import { AuditorService } from '@backstage/backend-plugin-api';
import {
  comparisonReadPermission,
  DocumentPage,
  documentPageQuerySchema,
  SeenComparison,
  seenComparisonSchema,
  WholeDocument,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { DeliveryTarget, VariantService } from '@progressive-delivery/engine';
import { TargetService } from '../targets/TargetService';
import { EntityAccess } from './EntityAccess';
import { documentParametersSchema, targetParametersSchema } from './parameters';
import { parse } from './parse';
import { showValues } from './showValues';
import { whileConnected } from './whileConnected';

export interface ComparisonDocumentsRoutesOptions {
  access: EntityAccess;
  auditor: AuditorService;
  targets: TargetService;
  variants: Pick<VariantService, 'document' | 'documents'>;
}

/** What a comparison does not hold itself: its other documents, and the lines of each that are the same. */
export function comparisonDocumentsRoutes({
  access,
  auditor,
  targets,
  variants,
}: ComparisonDocumentsRoutesOptions): express.Router {
  const router = Router();
  const show = async <T extends object>(
    request: Request,
    { entity, entityRef }: Awaited<ReturnType<EntityAccess['read']>>,
    asked: SeenComparison & { target: string },
    ask: (
      target: DeliveryTarget,
      options: { values: boolean; signal: AbortSignal },
    ) => Promise<T>,
  ): Promise<T> => {
    const target = await targets.find(entity, asked.target);
    const signal = whileConnected(request);
    return showValues(
      request,
      { access, auditor, entityRef, asked },
      async values => ({
        answer: await ask(target, { values, signal }),
        meta: { digest: asked.digest },
      }),
    );
  };

  router.get(
    '/entities/:kind/:namespace/:name/targets/:target/comparison/documents',
    async (request, response) => {
      const authorized = await access.read(request, comparisonReadPermission);
      const { target: id } = parse(targetParametersSchema, request.params);
      const seen = parse(documentPageQuerySchema, request.query);
      const page: DocumentPage = await show(
        request,
        authorized,
        { target: id, ...seen },
        (target, options) => variants.documents(target, seen, options),
      );
      response.json(page);
    },
  );
  router.get(
    '/entities/:kind/:namespace/:name/targets/:target/comparison/documents/:document',
    async (request, response) => {
      const authorized = await access.read(request, comparisonReadPermission);
      const { document, target: id } = parse(
        documentParametersSchema,
        request.params,
      );
      const seen = parse(seenComparisonSchema, request.query);
      const whole: WholeDocument = await show(
        request,
        authorized,
        { target: id, ...seen },
        (target, options) => variants.document(target, seen, document, options),
      );
      response.json(whole);
    },
  );
  return router;
}
