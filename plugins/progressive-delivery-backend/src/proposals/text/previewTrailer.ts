import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const PREVIEW = 'Backstage-Preview';

/** What was previewed: all that went into the rendering, and what it was made with. */
export type PreviewIdentity = Pick<Comparison, 'digest'> & { profile: string };

export function previewIdentity({
  digest,
  profile,
}: Pick<Comparison, 'digest' | 'profile'>): PreviewIdentity {
  return { digest, profile: profile.id };
}

/** The line of a commit's message that says which preview it commits. */
export function previewTrailer({ digest, profile }: PreviewIdentity): string {
  return `${PREVIEW}: ${digest} ${profile}`;
}

/** Whether a commit's message says that it commits that very preview. */
export function isPreviewIn(
  message: string,
  identity: PreviewIdentity,
): boolean {
  return message.split('\n').includes(previewTrailer(identity));
}
