import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { TargetReference } from '../api';

/** A target of the entity in context; the same object as long as it names the same. */
export function useTargetReference(target: string): TargetReference {
  const { entity } = useEntity();
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  return useMemo(
    () => ({ entity: { kind, namespace, name }, target }),
    [kind, namespace, name, target],
  );
}
