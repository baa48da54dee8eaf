import { Layout } from '../git/trees/Layout';
import { DeliverySource } from '../targets/applications/DeliveryTarget';
import { Overlay, SourceFile } from './sources/Overlay';

/** One source of a delivery target, laid out. */
export interface LaidOutSource {
  source: DeliverySource;
  overlay: Overlay;
  layout: Layout;
  /** The same with archives of charts as directories; absent where there are none. */
  unpacked?: Layout;
  /** The other sources whose files it reads, by the name it refers to them by. */
  refLayouts: ReadonlyMap<string, SourceLayout>;
}

/** A source, and the files of it that are read. */
export interface SourceLayout {
  source: DeliverySource;
  layout: Layout;
}

/** The source that a file of a source belongs to: itself, or the ref source that it is read from. */
export function holderOf(
  {
    layout,
    refLayouts,
    source,
  }: Pick<LaidOutSource, 'source' | 'layout' | 'refLayouts'>,
  { ref }: Pick<SourceFile, 'ref'>,
): SourceLayout {
  return (
    (ref === undefined ? undefined : refLayouts.get(ref)) ?? { source, layout }
  );
}
