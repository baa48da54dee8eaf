import { LRUCache } from 'lru-cache';
import { SharedWork } from '../../processes/SharedWork';
import { LaidOutSource } from '../../overlays/layOutSource';
import { SwitchReader } from '../../switches/SwitchReader';
import { SourceSwitch, switchesOf } from './switchesOf';

/** Characters of the values files that are edited. */
const KEPT = 16 * 1024 * 1024;

/** What a switch is and how it is flipped, without the files that this was read from. */
type KnownSwitch = Pick<
  SourceSwitch,
  'id' | 'enabled' | 'origin' | 'edit' | 'notProposable'
>;

/** Reads switches once for the same files at the same commit: of large values files that takes long. */
export class KnownSwitches {
  static create(reader: SwitchReader): KnownSwitches {
    return new KnownSwitches(reader);
  }

  private readonly known = new LRUCache<string, KnownSwitch[]>({
    maxSize: KEPT,
    sizeCalculation: switches =>
      switches.reduce(
        (sum, { edit }) => sum + 1_000 + 2 * (edit?.before.length ?? 0),
        1_000,
      ),
  });

  private readonly work = SharedWork.create<KnownSwitch[]>();

  private constructor(private readonly reader: SwitchReader) {}

  /** @throws InputError where a values file cannot be read */
  async of(
    sources: LaidOutSource[],
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<KnownSwitch[]> {
    const key = JSON.stringify(
      sources.map(({ layout, refLayouts, overlay, source }) => [
        source,
        overlay,
        [
          layout,
          ...Array.from(refLayouts.values(), refSource => refSource.layout),
        ].map(({ branch, commit, digest, repository }) => [
          repository,
          branch,
          commit,
          digest,
        ]),
      ]),
    );
    return (
      this.known.get(key) ??
      this.work.run(
        key,
        async shared => {
          const found = await switchesOf(sources, this.reader, {
            signal: shared,
          });
          const switches = found.map(
            ({ edit, enabled, id, notProposable, origin }) => ({
              id,
              enabled,
              origin,
              edit,
              notProposable,
            }),
          );
          this.known.set(key, switches);
          return switches;
        },
        signal,
      )
    );
  }
}
