import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { UnusableTarget } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget, problemError } from '@progressive-delivery/engine';
import { allowRuleWarnings } from '../allowRule';
import { ClusterService } from '../clusters/ClusterService';
import { ProgressiveDeliveryConfig } from '../config';
import {
  ApplicationReader,
  ApplicationLookup,
} from './applications/ApplicationReader';
import { applicationReferences } from './applications/applicationReferences';
import { ApplicationResolver } from './ApplicationResolver';
import { Resolution } from './resolution';
import { DeliveredEntity, deliveredEntity } from './access/DeliveredEntity';
import { gitHostBase } from './access/patterns/gitHostBase';
import { switchNotAllowed } from './access/notAllowed';
import { ownsSwitch } from './access/switchIds';
import { overlayReferences } from './overlays/overlayReferences';
import { overlayTarget } from './overlays/overlayTarget';
import {
  toUnusableTarget,
  UnusableReference,
} from './applications/UnusableReference';

export interface TargetServiceOptions {
  clusters: ClusterService;
  config: Pick<ProgressiveDeliveryConfig, 'allow' | 'argocd' | 'destinations'>;
  integrations: ScmIntegrations;
  logger: LoggerService;
}

interface CallOptions {
  signal?: AbortSignal;
}

/** Finds where an entity is delivered to, and gives only what it may use. */
export class TargetService {
  static create(options: TargetServiceOptions): TargetService {
    for (const warning of allowRuleWarnings(options.config.allow)) {
      options.logger.warn(warning);
    }
    return new TargetService(options);
  }

  private constructor(private readonly options: TargetServiceOptions) {}

  /**
   * All that an entity names; what cannot be read or used of it does not hide the rest.
   *
   * @param options - `reader`: where Applications come from; default: they are read for this entity alone
   */
  async resolve(
    entity: Entity,
    { reader, signal }: CallOptions & { reader?: ApplicationLookup } = {},
  ): Promise<{ targets: DeliveryTarget[]; unusable: UnusableTarget[] }> {
    const { targets, unusable } = await this.resolveReferences(entity, {
      reader,
      signal,
    });
    return { targets, unusable: unusable.map(toUnusableTarget) };
  }

  /**
   * The targets that an entity may use, for whoever knew of some before.
   *
   * @returns `unread`: what could not be read now, so that its targets may be there all the same; without target ids it
   * may be any. What else is not there may not be used any more.
   */
  async resolveAgain(
    entity: Entity,
    { signal }: CallOptions = {},
  ): Promise<{ targets: DeliveryTarget[]; unread: UnusableReference[] }> {
    const { targets, unusable } = await this.resolveReferences(entity, {
      signal,
    });
    return {
      targets,
      unread: unusable.filter(({ reason }) => reason === 'unreachable'),
    };
  }

  /**
   * One target of an entity. No other is waited for.
   *
   * @throws NotFoundError where the entity has no such target; the message lists those that it has
   * @param options - `changing`: the id of a switch that has to belong to the entity
   * @throws NotAllowedError where it or the switch may not be used, and how to fix that
   * @throws ServiceUnavailableError where its Argo CD could not be read
   * @throws InputError where the Application cannot be delivered as it is
   */
  async find(
    entity: Entity,
    id: string,
    { changing, signal }: CallOptions & { changing?: string } = {},
  ): Promise<DeliveryTarget> {
    const { targets, unusable } = await this.resolveReferences(entity, {
      signal,
      only: id,
    });
    const target = targets.find(each => each.id === id);
    const { entityRef } = deliveredEntity(entity);
    if (target) {
      if (changing !== undefined && !ownsSwitch(target, changing)) {
        throw switchNotAllowed(changing, target, entityRef);
      }
      return target;
    }
    const reasons = unusable.filter(
      each => each.targetIds.includes(id) && each.reason !== 'not-found',
    );
    if (reasons.length > 0) {
      throw unusableError(reasons);
    }
    const all = await this.resolveReferences(entity, { signal });
    const missing = { entity: entityRef, target: id };
    const ids = all.targets.map(each => each.id);
    throw problemError(
      NotFoundError,
      ids.length > 0
        ? { id: 'targetMissing', parameters: { ...missing, targets: ids } }
        : { id: 'targetsMissing', parameters: missing },
    );
  }

  private async resolveReferences(
    entity: Entity,
    {
      only,
      signal,
      reader = ApplicationReader.create({
        clusters: this.options.clusters,
        signal,
      }),
    }: CallOptions & { only?: string; reader?: ApplicationLookup },
  ): Promise<Resolution> {
    const { config, integrations, logger } = this.options;
    const delivered = deliveredEntity(entity);
    const { named, selected, unusable } = applicationReferences(
      entity,
      config.argocd,
    );
    const resolver = ApplicationResolver.create({
      entity: delivered,
      config,
      reader,
      hostBase: repository => gitHostBase(integrations, repository),
    });
    const resolutions: Resolution[] = [
      { targets: [], unusable },
      ...(await Promise.all([
        ...named.map(each => resolver.named(each, { only })),
        ...selected.map(each => resolver.selected(each, { only })),
      ])),
      this.resolveOverlays(entity, delivered, integrations),
    ];
    signal?.throwIfAborted();
    const targets = new Map<string, DeliveryTarget>();
    for (const target of resolutions.flatMap(each => each.targets)) {
      if (!targets.has(target.id)) {
        targets.set(target.id, target);
      }
    }
    const rest = resolutions.flatMap(each => each.unusable);
    for (const each of rest) {
      logger.debug(
        `${delivered.entityRef}: ${each.reference}: ${whatIsWrong(each)}`,
        { reason: each.reason },
      );
    }
    return { targets: Array.from(targets.values()), unusable: rest };
  }

  private resolveOverlays(
    entity: Entity,
    delivered: DeliveredEntity,
    integrations: ScmIntegrations,
  ): Resolution {
    const { overlays, unusable } = overlayReferences(entity, integrations);
    const targets: DeliveryTarget[] = [];
    for (const each of overlays) {
      const result = overlayTarget(
        each,
        entity,
        delivered,
        this.options.config.allow,
      );
      if ('reason' in result) {
        unusable.push(result);
      } else {
        targets.push(result);
      }
    }
    return { targets, unusable };
  }
}

function whatIsWrong({ message, problems }: UnusableReference): string {
  return [message, ...problems].map(({ text }) => text).join(' ');
}

function unusableError(reasons: UnusableReference[]): Error {
  const message = reasons
    .map(each =>
      [
        whatIsWrong(each),
        each.remedies.map(({ text }) => text).join(' Or: '),
      ].join(' '),
    )
    .join(' ');
  const [{ reason }] = reasons;
  switch (reason) {
    case 'not-allowed':
      return new NotAllowedError(message);
    case 'not-found':
      return new NotFoundError(message);
    case 'unreachable':
      return new ServiceUnavailableError(message);
    case 'invalid':
      return new InputError(message);
    default:
      return reason satisfies never;
  }
}
