import { UnusableTarget } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The DOM id of the notice about a target that cannot be used. */
export function unusableId({
  message,
  reason,
  reference,
}: UnusableTarget): string {
  const what = encodeURIComponent([reference, reason, message.text].join(' '));
  return `progressive-delivery/unusable/${what}`;
}
