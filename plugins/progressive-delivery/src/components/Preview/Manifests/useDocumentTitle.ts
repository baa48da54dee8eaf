import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DocumentChange,
  ObjectReference,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** The kind and name of a document. */
const nameOf = (reference?: ObjectReference) =>
  reference ? `${reference.kind} ${reference.name}` : '';

/** Says what becomes of a document. */
export function useDocumentTitle(): (change: DocumentChange) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    ({ change, before, after }) => {
      switch (change) {
        case 'kind-changed':
          return t('preview.changed', {
            before: nameOf(before),
            after: nameOf(after),
          });
        case 'added':
          return t('preview.added', { document: nameOf(after) });
        case 'removed':
          return t('preview.removed', { document: nameOf(before) });
        case 'changed':
        case 'unknown':
          return t('preview.becomesChanged', {
            document: nameOf(after ?? before),
          });
        default:
          return change satisfies never;
      }
    },
    [t],
  );
}
