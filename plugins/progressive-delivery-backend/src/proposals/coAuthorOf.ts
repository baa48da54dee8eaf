import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod/v4';
import { CoAuthor } from './text/ProposalTexts';

/** What nobody can end the trailer or its address with. */
const address = z
  .string()
  .max(254)
  .regex(/^[^\s<>@,]+@[^\s<>@,]+$/);

const userSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    profile: z.object({
      displayName: z.string().max(200).optional(),
      email: address,
    }),
  }),
});

/**
 * Who asked for a proposal, where the catalog has their e-mail address. That it cannot be asked keeps nobody from
 * proposing: it is logged, and the commit names them by their entity reference alone.
 */
export async function coAuthorOf(
  userEntityRef: string,
  {
    auth,
    catalog,
    logger,
  }: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    logger: LoggerService;
  },
): Promise<CoAuthor | undefined> {
  try {
    const entity = await catalog.getEntityByRef(userEntityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    const user = userSchema.safeParse(entity);
    if (!user.success) {
      return undefined;
    }
    const { metadata, spec } = user.data;
    const name = (spec.profile.displayName ?? '').replace(/[<>]/g, '').trim();
    return { name: name || metadata.name, email: spec.profile.email };
  } catch (error) {
    assertError(error);
    logger.warn(`Cannot read ${userEntityRef} in the catalog`, error);
    return undefined;
  }
}
