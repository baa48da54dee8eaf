import { ValuesSet } from '../../adoption/proof/ValuesSet';
import { Layout } from '../../git/trees/Layout';
import { holderOf } from '../../overlays/LaidOutSource';
import { OverlayChart, ValuesLayer } from '../../overlays/sources/Overlay';
import { FoundChart } from '../charts/deliveryCharts';
import { isEncrypted } from './isEncrypted';

/** Values that a chart is rendered with, as far as they can be read. */
interface ReadableValues {
  /** One for each time that it is rendered; none where it has no values but its own. */
  sets: ValuesSet[];
  /** Files that are left out of these, since only somebody with a key can read them. */
  encrypted: string[];
}

/** The values that a target renders a chart with. */
export function overlayValues({ uses }: FoundChart): ReadableValues {
  return readValues(
    uses.map(({ chart, laidOut }) => ({
      ...chart,
      holderOfFile: layer => holderOf(laidOut, layer).layout,
    })),
  );
}

/**
 * Values as they stand in layers.
 *
 * @param uses.holderOfFile - what holds a file of them
 */
export function readValues(
  uses: readonly (Pick<OverlayChart, 'layers' | 'namedBy'> & {
    holderOfFile: (
      layer: Extract<ValuesLayer, { kind: 'file' }>,
    ) => Pick<Layout, 'read'>;
  })[],
): ReadableValues {
  const values: ReadableValues = { sets: [], encrypted: [] };
  for (const { holderOfFile, layers, namedBy } of uses) {
    const files: string[] = [];
    const owners: string[] = [];
    const contents: (Buffer | string)[] = [];
    for (const layer of layers) {
      if (layer.kind === 'file') {
        const content = holderOfFile(layer).read(layer.path);
        if (isEncrypted(content)) {
          values.encrypted.push(layer.path);
        } else {
          files.push(layer.path);
          contents.push(content);
        }
      } else if (layer.field === undefined) {
        values.encrypted.push(layer.owner);
      } else {
        owners.push(layer.owner);
        contents.push(JSON.stringify(layer.values));
      }
    }
    if (contents.length > 0) {
      values.sets.push({
        name: files.length > 0 ? files.join(' + ') : namedBy?.file ?? owners[0],
        files: contents,
      });
    }
  }
  return values;
}
