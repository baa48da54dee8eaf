import { createHash } from 'node:crypto';
import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { z } from 'zod/v4';
import {
  DeliveryTarget,
  TargetDescription,
  VariantService,
} from '@progressive-delivery/engine';

/** Milliseconds for which it is kept what a target was; it counts for nothing while Git can be read. */
const KEPT_MILLISECONDS = 30 * 24 * 3_600_000;

const knownWorkloadsSchema = z.object({
  /** ISO 8601; when Git said so. */
  at: z.string(),
  workloads: z.array(
    z.object({
      namespace: z.string(),
      name: z.string(),
      switches: z.array(z.string()),
    }),
  ),
});

/** Which switches moved which workloads when that was last known. */
export type KnownWorkloads = z.infer<typeof knownWorkloadsSchema>;

export interface LastKnownTargetsOptions {
  variants: Pick<VariantService, 'describe'>;
  /** Shared by all replicas of the backend where it is Redis or another. */
  cache: CacheService;
  logger: LoggerService;
}

/** Describes targets, and keeps what is needed of that for times in which Git cannot be read. */
export class LastKnownTargets {
  static create(options: LastKnownTargetsOptions): LastKnownTargets {
    return new LastKnownTargets(options);
  }

  private constructor(private readonly options: LastKnownTargetsOptions) {}

  /** As {@link VariantService.describe}. */
  async describe(
    target: DeliveryTarget,
    options: { signal?: AbortSignal } = {},
  ): Promise<TargetDescription> {
    const description = await this.options.variants.describe(target, options);
    if (description.problems.length === 0 && description.workloads.length > 0) {
      const known: KnownWorkloads = {
        at: new Date().toISOString(),
        workloads: description.workloads.map(
          ({ namespace, name, switches }) => ({ namespace, name, switches }),
        ),
      };
      await this.attempt('kept', () =>
        this.options.cache.set(keyOf(target), known, {
          ttl: KEPT_MILLISECONDS,
        }),
      );
    }
    return description;
  }

  /** What was last known of a target that was built from the same places; `undefined` where nothing was. */
  async lastKnown(target: DeliveryTarget): Promise<KnownWorkloads | undefined> {
    const kept = await this.attempt('read', () =>
      this.options.cache.get(keyOf(target)),
    );
    return knownWorkloadsSchema.safeParse(kept).data;
  }

  /** A cache that fails is no reason for anything else to fail. */
  private async attempt<T>(
    what: string,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.options.logger.warn(
        `What Git last said of a delivery target could not be ${what}`,
        isError(error) ? error : undefined,
      );
      return undefined;
    }
  }
}

function keyOf({ id, sources }: DeliveryTarget): string {
  const places = sources.map(({ chart, path, repository, revision }) => [
    repository,
    revision,
    path,
    chart?.name,
  ]);
  return `workloads-${createHash('sha256')
    .update(JSON.stringify([id, places]))
    .digest('hex')}`;
}
