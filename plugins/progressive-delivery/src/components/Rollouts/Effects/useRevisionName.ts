import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { shortImage } from '../Images/shortImage';

/** Says what people know a revision by: its images. */
export function useRevisionName(): (
  revision: Pick<RevisionStatus, 'images' | 'name'>,
) => string {
  const { facts } = useListFormat();
  return useCallback(
    ({ images, name }) =>
      images.length > 0 ? facts(images.map(shortImage)) : name,
    [facts],
  );
}
