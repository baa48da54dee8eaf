import {
  Comparison,
  DocumentChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { codeSpan, diffBlock, inert, inertMarkdown } from './inert';
import { toolsText } from './toolsText';

/** Characters of the fold without any document. */
export const LEAST_MANIFESTS = 1_000;

/**
 * What is rendered differently, in a fold.
 *
 * @param options.room - characters that it may have, at least {@link LEAST_MANIFESTS}; documents that do not fit are left
 * out as a whole
 * @param options.elsewhere - a sentence: where these are shown
 */
export function manifestsSection(
  {
    changed,
    changes,
    profile,
    unchanged,
  }: Pick<Comparison, 'changed' | 'changes' | 'profile' | 'unchanged'>,
  { elsewhere, room }: { room: number; elsewhere: string },
): string {
  const all = changed ?? changes.length;
  const parts = [
    '<details>',
    `<summary>Rendered manifests: ${all} changed, ${unchanged} unchanged</summary>`,
    `Rendered with ${inert(toolsText(profile))}${
      profile.kubeVersion ? ` for Kubernetes ${inert(profile.kubeVersion)}` : ''
    }.`,
  ];
  let left = room - LEAST_MANIFESTS;
  let shown = 0;
  for (const change of changes) {
    const document = `${titleOf(change)}\n\n${diffBlock(change.patch)}`;
    if (document.length + 2 > left) {
      continue;
    }
    left -= document.length + 2;
    shown += 1;
    parts.push(document);
  }
  if (shown < all) {
    parts.push(
      `Omitted, because the pull request would be too long: ${
        all - shown
      } of ${all} documents. ${elsewhere}`,
    );
  }
  return [...parts, '</details>'].join('\n\n');
}

function titleOf({ after, before }: DocumentChange): string {
  const object = after ?? before;
  if (!object) {
    return '';
  }
  const kind = inertMarkdown(object.kind);
  const name = codeSpan(object.name);
  if (!before) {
    return `**Added: ${kind} ${name}**`;
  }
  if (!after) {
    return `**Removed: ${kind} ${name}**`;
  }
  return before.kind === after.kind
    ? `**${kind} ${name}**`
    : `**${inertMarkdown(before.kind)} ${name} becomes a ${kind}**`;
}
