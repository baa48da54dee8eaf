import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { shortImage } from '../Images/shortImage';

/** What people know a revision by: its images. */
export function nameOfRevision({
  images,
  name,
}: Pick<RevisionStatus, 'images' | 'name'>): string {
  return images.length > 0 ? images.map(shortImage).join(', ') : name;
}
