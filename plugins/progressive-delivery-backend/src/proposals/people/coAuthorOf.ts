import { Entity } from '@backstage/catalog-model';
import { z } from 'zod/v4';
import { CoAuthor } from '../text/CoAuthor';

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

/** A user as Git names them, where the catalog has their e-mail address. */
export function coAuthorOf(entity: Entity | undefined): CoAuthor | undefined {
  const user = userSchema.safeParse(entity);
  if (!user.success) {
    return undefined;
  }
  const { metadata, spec } = user.data;
  const name = (spec.profile.displayName ?? '').replace(/[<>]/g, '').trim();
  return { name: name || metadata.name, email: spec.profile.email };
}
