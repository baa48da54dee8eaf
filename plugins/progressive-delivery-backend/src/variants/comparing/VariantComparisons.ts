import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LRUCache } from 'lru-cache';
import { SharedWork } from '../../processes/SharedWork';
import { RenderedVariants } from '../rendering/renderVariants';
import { compareVariants } from './compareVariants';
import { describeChanges } from './describeChanges';
import { describeUnstable } from './describeUnstable';
import { maskerOf } from './maskerOf';
import { summarize } from './summarize';

/** Characters of comparisons that are kept. */
const KEPT = 16 * 1024 * 1024;

interface CallOptions {
  signal?: AbortSignal;
}

/** What both variants differ in, as people are shown it. */
export type ComparedVariants = Pick<
  Comparison,
  'sentences' | 'unchanged' | 'changes' | 'unstable'
>;

/**
 * Compares two renderings once for all who ask for it at the same time, and keeps what was found: masked, and apart from
 * that what those see who may see values.
 */
export class VariantComparisons {
  static create(): VariantComparisons {
    return new VariantComparisons();
  }

  private readonly kept = new LRUCache<string, ComparedVariants>({
    maxSize: KEPT,
  });
  private readonly work = SharedWork.create<ComparedVariants>();

  private constructor() {}

  /**
   * @param options - `key` stands for both renderings; `render` is called only where what they differ in is not known yet;
   * `values` shows what is masked otherwise
   */
  async compare(
    options: {
      key: string;
      values: boolean;
      render: (call: CallOptions) => Promise<RenderedVariants>;
    },
    { signal }: CallOptions,
  ): Promise<ComparedVariants> {
    const { render, values } = options;
    const key = `${values ? 'values' : 'masked'} ${options.key}`;
    return (
      this.kept.get(key) ??
      this.work.run(
        key,
        async shared => {
          const variants = await render({ signal: shared });
          const comparison = await compareVariants(variants, {
            signal: shared,
          });
          const masker = await maskerOf(variants, { values, signal: shared });
          const { changes, characters } = await describeChanges(
            comparison.changes,
            masker,
            { signal: shared },
          );
          const compared = {
            sentences: summarize(comparison, masker),
            unchanged: comparison.unchanged.length,
            changes,
            unstable: describeUnstable(comparison.unstable, masker),
          };
          this.kept.set(key, compared, { size: 1 + characters });
          return compared;
        },
        signal,
      )
    );
  }
}
