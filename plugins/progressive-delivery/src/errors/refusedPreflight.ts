import {
  Preflight,
  proposalRefusalSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { hasStatusCode } from './hasStatusCode';

const refusalSchema = z.object({
  body: z.object({ error: proposalRefusalSchema }),
});

/** What the checks say by now, where that is why the backend has not made a proposal. */
export function refusedPreflight(error: unknown): Preflight | undefined {
  return hasStatusCode(error, 409)
    ? refusalSchema.safeParse(error).data?.body.error.preflight
    : undefined;
}
