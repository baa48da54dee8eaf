import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { comparisonValuesReadPermission } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Request } from 'express';
import { audited } from './audited';
import { EntityAccess } from './EntityAccess';

/**
 * Shows something with values to those who may see them, and to others without. Each time that somebody is shown values is
 * audited.
 *
 * @param options.asked - what is recorded of the question
 * @param show - answers with `meta`: what is recorded of the answer
 */
export async function showValues<T>(
  request: Request,
  {
    access,
    asked,
    auditor,
    entityRef,
  }: {
    access: EntityAccess;
    auditor: AuditorService;
    entityRef: string;
    asked: JsonObject;
  },
  show: (values: boolean) => Promise<{ answer: T; meta: JsonObject }>,
): Promise<T> {
  const permitted = await access.permits(
    request,
    comparisonValuesReadPermission,
    entityRef,
  );
  if (!permitted) {
    return (await show(false)).answer;
  }
  return audited(
    auditor,
    {
      eventId: 'comparison-values-read',
      severityLevel: 'medium',
      request,
      meta: { entityRef, ...asked },
    },
    () => show(true),
  );
}
