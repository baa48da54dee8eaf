import {
  FieldDifference,
  FieldPath,
  hiddenValue,
  ObjectReference,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TimeSlices } from '../../processes/TimeSlices';
import { Manifest, referenceTo } from '../manifests/manifests';
import { findHeldTexts, heldTexts } from './heldTexts';
import { Masking } from './Masking';
import { SecretTexts } from './SecretTexts';
import { holdsSecrets, shownFieldsOf } from './shown/shownFields';
import { withoutUserInformation } from './withoutUserInformation';

const LONGEST_KEY = 1024;

/** Follows what is different in the second document: without it a patch would take both for the same. */
const SECOND = '\ue000';

/** Both sides of a comparison as they may be shown. */
export interface MaskedDocuments {
  before?: unknown;
  after?: unknown;
}

/**
 * Decides what of two renderings may be shown, and is the only one that does: for previews, and for what is put into pull
 * requests, outputs and logs. It masks what was compared before, so that nothing depends on what is hidden.
 *
 * - What `shown/` lists for a kind is shown to all who may see comparisons; keys of mappings are, too.
 * - Everything else is a {@link hiddenValue}, unless `values` asks for it.
 * - What Secrets hold is never shown, in whatever object it stands, as a key or as a value; an object that embeds a Secret
 *   is shown as without `values`.
 */
export class Masker {
  /**
   * @param manifests - those of both renderings, for what their Secrets hold
   * @param values - whether to show values to those who may see them (`progressive-delivery.comparison.values.read`)
   */
  static async create(
    manifests: Iterable<Manifest>,
    { signal, values }: { values: boolean; signal?: AbortSignal },
  ): Promise<Masker> {
    return new Masker(await SecretTexts.of(manifests, { signal }), values);
  }

  private constructor(
    private readonly texts: SecretTexts,
    private readonly values: boolean,
  ) {}

  /** The same, for those who may see values. */
  showingValues(): Masker {
    return new Masker(this.texts, true);
  }

  /** A name, in a sentence or a reference. */
  name(name: string): string {
    return this.key(name);
  }

  /** A number in a sentence. */
  number(value: number): string {
    return this.texts.has(String(value)) ? hiddenValue.alone : String(value);
  }

  reference(manifest: Manifest): ObjectReference {
    const { apiVersion, kind, name, namespace } = referenceTo(manifest);
    return {
      apiVersion,
      kind,
      namespace: namespace && this.name(namespace),
      name: this.name(name),
    };
  }

  /**
   * Both documents, for a patch: {@link Masker.patch} finishes it. Of what is added or removed, one is absent.
   *
   * @param aligned - the second document, as far as it means the same written as the first
   */
  documents(
    before: Manifest | undefined,
    after: Manifest | undefined,
    aligned: unknown,
  ): MaskedDocuments {
    const masking = this.masking(before, after);
    return {
      before: before && masking.value(before, aligned, shownFieldsOf(before)),
      after:
        after && masking.value(aligned, before, shownFieldsOf(after), SECOND),
    };
  }

  /** One document by itself, with nothing to compare it with. Others have their turn before. */
  async document(
    manifest: Manifest,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<unknown> {
    await findHeldTexts(manifest, TimeSlices.create(), signal);
    return this.masking(manifest).value(
      manifest,
      undefined,
      shownFieldsOf(manifest),
    );
  }

  /** A patch of masked documents, as it is shown. */
  static patch(patch: string): string {
    return patch.replaceAll(SECOND, '');
  }

  /** Differences of two documents that were compared as they are. */
  *differences({
    after,
    before,
    differences,
  }: {
    before: Manifest;
    after: Manifest;
    differences: readonly FieldDifference[];
  }): Generator<FieldDifference> {
    const masking = this.masking(before, after);
    const [ruleBefore, ruleAfter] = [before, after].map(shownFieldsOf);
    for (const difference of differences) {
      const { change, movedFrom, path } = difference;
      const old = masking.path(movedFrom ?? path, ruleBefore);
      const current = masking.path(path, ruleAfter);
      const masked: FieldDifference = {
        ...difference,
        path: change === 'removed' ? old.path : current.path,
      };
      if (movedFrom) {
        masked.movedFrom = old.path;
      }
      if (change !== 'added') {
        masked.before = masking.value(
          difference.before,
          difference.after,
          old.rule,
        );
      }
      if (change !== 'removed') {
        masked.after = masking.value(
          difference.after,
          difference.before,
          current.rule,
        );
      }
      yield masked;
    }
  }

  /** Where in a document something stands. */
  paths(manifest: Manifest, paths: readonly FieldPath[]): FieldPath[] {
    const masking = this.masking(manifest);
    const rule = shownFieldsOf(manifest);
    return paths.map(path => masking.path(path, rule).path);
  }

  private masking(before?: Manifest, after?: Manifest): Masking {
    const either = [before, after].filter(each => each !== undefined);
    const reveal =
      this.values &&
      !either.some(each => holdsSecrets(each) || heldTexts(each).embeds);
    return new Masking(this.texts, text => this.key(text), reveal);
  }

  private key(text: string): string {
    if (text.length > LONGEST_KEY) {
      return hiddenValue.alone;
    }
    const shown = withoutUserInformation(text);
    return this.texts.has(shown)
      ? hiddenValue.alone
      : visibleText(this.texts.mask(shown));
  }
}
