import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FindingObject,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

/** Says what a finding is about, and in which cluster that was read. */
export function useFindingObjectName(): (object: FindingObject) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return ({ cluster, kind, name, namespace }) => {
    const object = visibleText(
      `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
    );
    return cluster === undefined
      ? object
      : t('preflight.inCluster', { object, cluster });
  };
}
