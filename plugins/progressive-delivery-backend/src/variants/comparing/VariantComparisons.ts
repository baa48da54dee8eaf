import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LRUCache } from 'lru-cache';
import { SharedWork } from '../../processes/SharedWork';
import { compareManifests } from './compareManifests';
import { describeChanges } from './describeChanges';
import { Manifest } from '../manifests/manifests';
import { SecretTexts } from '../secrets/secretTexts';
import { summarize } from './summarize';
import { valuesPatch } from './valuesPatch';

/** Characters of comparisons that are kept. */
const KEPT = 16 * 1024 * 1024;

interface CallOptions {
  signal?: AbortSignal;
}

/** What both variants differ in, as people are shown it: without what Secrets hold. */
export interface ComparedVariants
  extends Pick<Comparison, 'sentences' | 'unchanged' | 'changes'> {
  valuesPatch: string;
}

/** Compares two renderings once for all who ask for it at the same time, and keeps what was found. */
export class VariantComparisons {
  static create(): VariantComparisons {
    return new VariantComparisons();
  }

  private readonly kept = new LRUCache<string, ComparedVariants>({
    maxSize: KEPT,
    sizeCalculation: compared => JSON.stringify(compared).length,
  });
  private readonly work = SharedWork.create<ComparedVariants>();

  private constructor() {}

  /** `key` stands for both renderings and the edit; `render` is called only where that is not known yet. */
  async compare(
    options: {
      key: string;
      edit: { file: string; before: string; after: string };
      render: (call: CallOptions) => Promise<[Manifest[], Manifest[]]>;
    },
    { signal }: CallOptions,
  ): Promise<ComparedVariants> {
    const { edit, key, render } = options;
    return (
      this.kept.get(key) ??
      this.work.run(
        key,
        async shared => {
          const [before, after] = await render({ signal: shared });
          const comparison = await compareManifests(before, after, {
            signal: shared,
          });
          const texts = SecretTexts.of(before, after);
          const compared = {
            sentences: summarize(comparison).map(sentence =>
              texts.mask(sentence),
            ),
            valuesPatch: valuesPatch(edit, texts),
            unchanged: comparison.unchanged.length,
            changes: await describeChanges(comparison.changes, texts, {
              signal: shared,
            }),
          };
          this.kept.set(key, compared);
          return compared;
        },
        signal,
      )
    );
  }
}
