import { Entity } from '@backstage/catalog-model';
import {
  AlertApi,
  alertApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { ReactNode } from 'react';
import { ProgressiveDeliveryApi, progressiveDeliveryApiRef } from '../api';
import { ClusterSignIn, clusterSignInApiRef } from '../api/ClusterSignIn';
import { entity as defaultEntity } from './entity';

export interface RenderOnEntityPageOptions {
  api: ProgressiveDeliveryApi;
  /** Default: one with annotations. */
  entity?: Entity;
  /** Where in the tab; default: at its root. */
  path?: string;
  /** What the permission policy says, to everything or by the name of the permission; default: yes. */
  allowed?: boolean | ((permission: string) => boolean);
  /** Default: one that shows nothing. */
  alertApi?: jest.Mocked<AlertApi>;
}

export function renderOnEntityPage(
  element: ReactNode,
  {
    api,
    entity = defaultEntity,
    path = '/',
    allowed = true,
    alertApi = { post: jest.fn(), alert$: jest.fn() },
  }: RenderOnEntityPageOptions,
) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [progressiveDeliveryApiRef, api],
        [alertApiRef, alertApi],
        [clusterSignInApiRef, ClusterSignIn.create()],
        [identityApiRef, mockApis.identity()],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: ({ permission }) =>
              (
                typeof allowed === 'boolean'
                  ? allowed
                  : allowed(permission.name)
              )
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          }),
        ],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    { routeEntries: [path] },
  );
}
