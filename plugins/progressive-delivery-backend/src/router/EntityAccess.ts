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
import pLimit from 'p-limit';
import {
  ContentOf,
  Problem,
  proposalCreatePermission,
  proposalOverridePermission,
  rolloutUpdatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError } from '@progressive-delivery/engine';
import { SwitchedFeatures } from '../config';
import { otherServiceError } from '../errors/otherServiceError';
import { entityParametersSchema } from './parameters';
import { parse } from './parse';

/** Entities that one question is about: more would be more than a permission backend should be asked at once. */
const MOST_REFERENCES = 200;
/** Questions of one request at the same time. */
const CONCURRENT_QUESTIONS = 4;

export interface EntityAccessOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  config: SwitchedFeatures;
}

/** Why nobody may do what takes a permission; `undefined` where those who have it may. */
function switchedOff(
  permission: { name: string },
  { actions, proposals }: SwitchedFeatures,
): ContentOf<Problem> | undefined {
  switch (permission.name) {
    case proposalCreatePermission.name:
    case proposalOverridePermission.name:
      return proposals.enabled
        ? undefined
        : { id: 'proposalsOff', parameters: {} };
    case rolloutUpdatePermission.name:
      return actions.enabled ? undefined : { id: 'actionsOff', parameters: {} };
    default:
      return undefined;
  }
}

/** The entity of a request, for a caller who may see it and has the permission on it. */
export class EntityAccess {
  static create(options: EntityAccessOptions): EntityAccess {
    return new EntityAccess(options);
  }

  private constructor(private readonly options: EntityAccessOptions) {}

  /**
   * For reading: users and services.
   *
   * @throws NotFoundError where there is no such entity, or the caller may not see it: the same answer
   * @throws NotAllowedError without the permission on an entity that the caller may see
   */
  async read(
    request: Request,
    permission: ResourcePermission<'catalog-entity'>,
  ): Promise<{ entity: Entity; entityRef: string }> {
    const credentials = await this.options.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return this.authorize(request, permission, credentials);
  }

  /**
   * For changing: users only, and only what the configuration lets anybody do.
   *
   * @throws NotAllowedError, NotFoundError as {@link EntityAccess.read}
   */
  async change(
    request: Request,
    permission: ResourcePermission<'catalog-entity'>,
  ): Promise<{ entity: Entity; entityRef: string; userEntityRef: string }> {
    const credentials = await this.options.httpAuth.credentials(request, {
      allow: ['user'],
    });
    const authorized = await this.authorize(request, permission, credentials);
    const off = switchedOff(permission, this.options.config);
    if (off) {
      throw problemError(NotAllowedError, off);
    }
    return {
      ...authorized,
      userEntityRef: credentials.principal.userEntityRef,
    };
  }

  /**
   * Whether the user of a request has a further permission on an entity. A service never has: permission policies do not
   * decide about services.
   */
  async permits(
    request: Request,
    permission: ResourcePermission<'catalog-entity'>,
    entityRef: string,
  ): Promise<boolean> {
    const credentials = await this.options.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return (
      credentials.principal.type === 'user' &&
      this.allows(permission, entityRef, credentials)
    );
  }

  /** Those of some entities that the caller may see, and has the permission on. */
  async readable(
    request: Request,
    permission: ResourcePermission<'catalog-entity'>,
    entityRefs: string[],
  ): Promise<ReadonlySet<string>> {
    const credentials = await this.options.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const limit = pLimit(CONCURRENT_QUESTIONS);
    const answers = await Promise.all(
      chunk(entityRefs, MOST_REFERENCES).map(some =>
        limit(() => this.readableOf(some, permission, credentials)),
      ),
    );
    return new Set(answers.flat());
  }

  private async readableOf(
    entityRefs: string[],
    permission: ResourcePermission<'catalog-entity'>,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { items } = await ask('The catalog', () =>
      this.options.catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
        { credentials },
      ),
    );
    const seen = items.flatMap(entity =>
      entity ? [stringifyEntityRef(entity)] : [],
    );
    const decisions = await ask('The permission service', () =>
      this.options.permissions.authorize(
        seen.map(resourceRef => ({ permission, resourceRef })),
        { credentials },
      ),
    );
    return seen.filter(
      (_, index) => decisions.at(index)?.result === AuthorizeResult.ALLOW,
    );
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
      throw problemError(NotFoundError, {
        id: 'entityMissing',
        parameters: { entity: named },
      });
    }
    const entityRef = stringifyEntityRef(entity);
    if (!(await this.allows(permission, entityRef, credentials))) {
      throw problemError(NotAllowedError, {
        id: 'permissionMissing',
        parameters: { permission: permission.name, entity: entityRef },
      });
    }
    return { entity, entityRef };
  }

  private async allows(
    permission: ResourcePermission<'catalog-entity'>,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await ask('The permission service', () =>
      this.options.permissions.authorize(
        [{ permission, resourceRef: entityRef }],
        { credentials },
      ),
    );
    return decision.result === AuthorizeResult.ALLOW;
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

function chunk<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
