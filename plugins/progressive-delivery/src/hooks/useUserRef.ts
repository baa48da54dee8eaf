import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** Who is signed in, as an entity reference; undefined until that is known. */
export function useUserRef(): string | undefined {
  const identity = useApi(identityApiRef);
  const { error, value } = useAsync(
    () => identity.getBackstageIdentity(),
    [identity],
  );
  if (error) {
    throw error;
  }
  return value?.userEntityRef;
}
