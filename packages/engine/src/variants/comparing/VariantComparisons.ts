import { NotFoundError } from '@backstage/errors';
import {
  Comparison,
  DocumentPage,
  WholeDocument,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { KeptWork } from '../../processes/KeptWork';
import { FairLimit } from '../rendering/FairLimit';
import { RenderedVariants } from '../rendering/renderVariants';
import { Masker } from '../secrets/Masker';
import { compareVariants, VariantComparison } from './compareVariants';
import {
  DescribedChanges,
  describeChanges,
  describeWhole,
} from './describeChanges';
import { describeUnstable } from './describeUnstable';
import { maskerOf } from './maskerOf';
import { summarize } from './summarize';

/** Characters that are kept: of comparisons with their first page, of the other pages, and of whole documents. */
const KEPT = {
  comparisons: 16 * 1024 * 1024,
  pages: 16 * 1024 * 1024,
  documents: 8 * 1024 * 1024,
};

/** Comparisons and pages that are made at the same time; what they are made of is in memory meanwhile. */
const AT_ONCE = 2;

interface CallOptions {
  signal?: AbortSignal;
}

/** Two renderings, and who is to see what they differ in. */
export interface VariantsQuestion {
  /** Stands for both renderings. */
  key: string;
  /** Shows what is masked otherwise. */
  values: boolean;
  /** Called only where what is asked of them is not known yet. */
  render: (call: CallOptions) => Promise<RenderedVariants>;
}

/** What both variants differ in, as people are shown it, with the first page of documents. */
export type ComparedVariants = DocumentPage &
  Pick<Comparison, 'sentences' | 'unchanged' | 'unstable'> & {
    changed: number;
  };

/**
 * Compares two renderings once for all who ask for it at the same time, and keeps what was found: masked, and apart from
 * that what those see who may see values. Documents are shown page by page, and only those that somebody asks for.
 */
export class VariantComparisons {
  static create(): VariantComparisons {
    return new VariantComparisons();
  }

  private readonly comparisons = KeptWork.create<ComparedVariants>({
    size: KEPT.comparisons,
  });
  private readonly pages = KeptWork.create<DocumentPage>({ size: KEPT.pages });
  private readonly documents = KeptWork.create<WholeDocument>({
    size: KEPT.documents,
  });
  private readonly limit = FairLimit.create({ concurrency: AT_ONCE });

  private constructor() {}

  async compare(
    question: VariantsQuestion,
    { signal }: CallOptions,
  ): Promise<ComparedVariants> {
    return this.comparisons.get(
      keyOf(question),
      shared =>
        this.look(question, shared, async (comparison, masker) => {
          const described = await describeChanges(comparison.changes, masker, {
            signal: shared,
          });
          return {
            result: {
              ...pageOf(described),
              sentences: summarize(comparison, masker),
              changed: comparison.changes.length,
              unchanged: comparison.unchanged.length,
              unstable: describeUnstable(comparison.unstable, masker),
            },
            size: described.characters,
          };
        }),
      signal,
    );
  }

  /** The documents that differ, from one on. */
  async page(
    question: VariantsQuestion,
    from: number,
    { signal }: CallOptions,
  ): Promise<DocumentPage> {
    if (from === 0) {
      const { changes, nextCursor } = await this.compare(question, { signal });
      return { changes, nextCursor };
    }
    return this.pages.get(
      `${keyOf(question)} ${from}`,
      shared =>
        this.look(question, shared, async ({ changes }, masker) => {
          const described = await describeChanges(changes, masker, {
            from,
            signal: shared,
          });
          return { result: pageOf(described), size: described.characters };
        }),
      signal,
    );
  }

  /**
   * One of the documents that differ, with all its lines.
   *
   * @throws NotFoundError where there are not so many
   */
  async document(
    question: VariantsQuestion,
    place: number,
    { signal }: CallOptions,
  ): Promise<WholeDocument> {
    return this.documents.get(
      `${keyOf(question)} ${place}`,
      shared =>
        this.look(question, shared, async ({ changes }, masker) => {
          const change = changes.at(place);
          if (!change) {
            throw new NotFoundError(
              `There is no document ${place}: ${changes.length} differ, counted from 0`,
            );
          }
          const result = await describeWhole(change, masker, {
            signal: shared,
          });
          return { result, size: result.patch.length };
        }),
      signal,
    );
  }

  private async look<T>(
    { key, render, values }: VariantsQuestion,
    signal: AbortSignal,
    describe: (comparison: VariantComparison, masker: Masker) => Promise<T>,
  ): Promise<T> {
    const variants = await render({ signal });
    return this.limit.run(key, async () => {
      signal.throwIfAborted();
      return describe(
        await compareVariants(variants, { signal }),
        await maskerOf(variants, { values, signal }),
      );
    });
  }
}

function keyOf({ key, values }: VariantsQuestion): string {
  return `${values ? 'values' : 'masked'} ${key}`;
}

function pageOf({ changes, next }: DescribedChanges): DocumentPage {
  return { changes, nextCursor: next === undefined ? next : String(next) };
}
