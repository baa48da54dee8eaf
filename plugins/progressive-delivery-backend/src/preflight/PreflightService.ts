import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  Comparison,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LRUCache } from 'lru-cache';
import {
  CheckRunner,
  DeliveryTarget,
  Gathering,
  PreflightAsker,
  PreflightCheck,
  preflightChecks,
  ValuesEdit,
  VariantService,
} from '@progressive-delivery/engine';
import { ClusterCaller, ClusterService } from '../clusters/ClusterService';
import { ProgressiveDeliveryConfig } from '../config';
import { askerReaders, Edited } from './gathering/askerReaders';
import { isOwn, ServedKinds } from './gathering/ServedKinds';
import {
  RememberedControllers,
  targetReaders,
} from './gathering/targetReaders';
import { LiveReader } from './gathering/LiveReader';

export interface PreflightServiceOptions {
  variants: Pick<VariantService, 'compare'>;
  clusters: Pick<ClusterService, 'list' | 'read'>;
  config: Pick<ProgressiveDeliveryConfig, 'argocd' | 'preflight'>;
  logger: LoggerService;
  /** Default: all of our own. */
  checks?: readonly PreflightCheck[];
}

/** Milliseconds after which clusters are read although it is not known yet what is edited, as where a Git host is slow. */
const READ_AFTER = 250;

/** Milliseconds for which previews believe that a controller is available. */
const REMEMBERED = 30_000;

const MOST_CLUSTERS = 1_000;

/** Says what may go wrong with a switch before it is proposed: compares both variants, and checks what that would do. */
export class PreflightService {
  /** @throws InputError where configuration names a check that there is not */
  static create(options: PreflightServiceOptions): PreflightService {
    return new PreflightService(options);
  }

  private readonly clusters: ServedKinds;
  private readonly runner: CheckRunner;
  private readonly controllers: RememberedControllers = new LRUCache({
    max: MOST_CLUSTERS,
    ttl: REMEMBERED,
  });

  private constructor(private readonly options: PreflightServiceOptions) {
    this.clusters = ServedKinds.create(options);
    const { checks = preflightChecks, config, logger } = options;
    const ids = checks.map(({ id }) => id);
    const unknown = Object.keys(config.preflight.checks).filter(
      id => !ids.includes(id),
    );
    if (unknown.length > 0) {
      throw new InputError(
        `Invalid configuration: progressiveDelivery.preflight.checks names no check: ${unknown.join(
          ', ',
        )}; there are ${ids.join(', ')}`,
      );
    }
    this.runner = CheckRunner.create({
      checks,
      severities: config.preflight.checks,
      acknowledgeWarnings: config.preflight.acknowledgeWarnings,
      onFailure: (id, error) =>
        logger.error(`Preflight check ${id} failed`, error),
    });
  }

  /**
   * As {@link VariantService.compare}, with what was found. Clusters are read while it renders, and not before: the
   * rendering, which takes longer, would begin later for it. Where Git holds the requested value already, there is nothing
   * to check.
   */
  async compare(
    target: DeliveryTarget,
    change: SwitchChange,
    {
      asker,
      forPreview = false,
      onStage,
      values,
      ...caller
    }: ClusterCaller & {
      asker?: PreflightAsker;
      /** Whether it is only shown: a proposal is decided on what is live. */
      forPreview?: boolean;
      /** Told what begins, after sources have been read. */
      onStage?(stage: 'rendering' | 'checking'): void;
      values?: boolean;
    } = {},
  ): Promise<{ comparison: Comparison; edit: ValuesEdit }> {
    const reading = new AbortController();
    const stop = () => reading.abort(caller.signal?.reason);
    caller.signal?.addEventListener('abort', stop, { once: true });
    const { config } = this.options;
    const reader = LiveReader.create({
      clusters: this.clusters,
      caller: { ...caller, signal: reading.signal },
    });
    let onEdit: (edited: Edited) => void = () => {};
    const edited = new Promise<Edited>(resolve => {
      onEdit = resolve;
    });
    const { namespaces, readers } = targetReaders(target, {
      config,
      controllers: forPreview && isOwn(caller) ? this.controllers : undefined,
      reader,
    });
    const gathering = Gathering.create({
      readers: {
        ...readers,
        ...askerReaders(target, { asker, config, edited, reader }),
      },
      namespaces,
    });
    const startReading = () =>
      gathering.start(
        this.runner
          .of(change)
          .flatMap(({ concerns, pieces }) => (concerns ? [] : pieces)),
      );
    const timer = setTimeout(startReading, READ_AFTER);
    try {
      const compared = await this.options.variants.compare(target, change, {
        signal: caller.signal,
        values,
        onEdit: known => {
          onEdit(known);
          startReading();
          onStage?.('rendering');
        },
      });
      const { comparison, edit } = compared;
      if (comparison.alreadySet) {
        return { comparison, edit };
      }
      onStage?.('checking');
      const preflight = await this.runner.run(target, change, {
        compared,
        gathering,
        signal: caller.signal,
      });
      return { comparison: { ...comparison, preflight }, edit };
    } finally {
      clearTimeout(timer);
      caller.signal?.removeEventListener('abort', stop);
      reading.abort();
    }
  }
}
