import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';

/** Characters of what a host says that are kept. */
const KEPT = 300;

const saidSchema = z.object({
  message: z.string(),
  errors: z
    .array(z.union([z.string(), z.object({ message: z.string().optional() })]))
    .nullish()
    .catch(undefined),
});

/** What a Git host said about what it did not do, without our credentials should it quote them. */
export function saidBy(
  body: unknown,
  secrets: readonly (string | undefined)[],
): string | undefined {
  const parsed = saidSchema.safeParse(body);
  if (!parsed.success) {
    return undefined;
  }
  const { errors, message } = parsed.data;
  const said = [
    message,
    ...(errors ?? []).flatMap(each =>
      typeof each === 'string' ? each : each.message ?? [],
    ),
  ].join(': ');
  return visibleText(
    secrets
      .filter(secret => secret !== undefined && secret !== '')
      .reduce<string>((text, secret) => text.replaceAll(secret!, '•••'), said),
  ).slice(0, KEPT);
}
