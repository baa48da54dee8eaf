/** A revision as annotations hold it; `undefined` where it is no number. */
export function revisionNumber(
  revision: string | undefined,
): number | undefined {
  return revision && /^\d+$/.test(revision) ? Number(revision) : undefined;
}
