import {
  BackstageCredentials,
  BackstageUserPrincipal,
  BackstageServicePrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { otherServiceError } from '../errors/otherServiceError';
import { entityParametersSchema } from './parameters';
import { parse } from './parse';

export interface EntityAccessOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
}

/** The entity of a request, for a caller who may see it and has the permission on it. */
export class EntityAccess {
  static create(options: EntityAccessOptions): EntityAccess {
    return new EntityAccess(options);
  }

  private constructor(private readonly options: EntityAccessOptions) {}

  /** For reading: users and services. */
  async read(
    request: Request,
    permission: ResourcePermission<'catalog-entity'>,
  ): Promise<{ entity: Entity; entityRef: string }> {
    const credentials = await this.options.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return this.authorize(request, permission, credentials);
  }

  /** For changing: users only. */
  async change(
    request: Request,
    permission: ResourcePermission<'catalog-entity'>,
  ): Promise<{ entity: Entity; entityRef: string; userEntityRef: string }> {
    const credentials = await this.options.httpAuth.credentials(request, {
      allow: ['user'],
    });
    return {
      ...(await this.authorize(request, permission, credentials)),
      userEntityRef: credentials.principal.userEntityRef,
    };
  }

  private async authorize(
    request: Request,
    permission: ResourcePermission<'catalog-entity'>,
    credentials: BackstageCredentials<
      BackstageUserPrincipal | BackstageServicePrincipal
    >,
  ): Promise<{ entity: Entity; entityRef: string }> {
    const named = stringifyEntityRef(
      parse(entityParametersSchema, request.params),
    );
    const entity = await ask('The catalog', () =>
      this.options.catalog.getEntityByRef(named, { credentials }),
    );
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${named} in the catalog, or you may not see it`,
      );
    }
    const entityRef = stringifyEntityRef(entity);
    const [decision] = await ask('The permission service', () =>
      this.options.permissions.authorize(
        [{ permission, resourceRef: entityRef }],
        { credentials },
      ),
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${permission.name} on ${entityRef}; usually its owners have it`,
      );
    }
    return { entity, entityRef };
  }
}

/** @throws ServiceUnavailableError where it fails, whatever it has answered to us */
async function ask<T>(service: string, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw otherServiceError(
      `${service} could not be asked whether you may see this entity`,
      error,
    );
  }
}
