import { ValuesSet } from '../../adoption/proof/ValuesSet';
import { Layout } from '../../git/trees/Layout';
import { holderOf } from '../../overlays/LaidOutSource';
import { OverlayChart, ValuesLayer } from '../../overlays/sources/Overlay';
import { FoundChart } from '../charts/deliveryCharts';

/** The values that a target renders a chart with, once for each time that it does; none where it has none of its own. */
export function overlayValues({ uses }: FoundChart): ValuesSet[] {
  return uses.flatMap(({ chart, laidOut }) =>
    valuesSetOf(chart, layer => holderOf(laidOut, layer).layout),
  );
}

/**
 * Values as they stand in layers.
 *
 * @param holderOfFile - what holds a file of them
 */
export function valuesSetOf(
  { layers, namedBy }: Pick<OverlayChart, 'layers' | 'namedBy'>,
  holderOfFile: (
    layer: Extract<ValuesLayer, { kind: 'file' }>,
  ) => Pick<Layout, 'read'>,
): ValuesSet[] {
  if (layers.length === 0) {
    return [];
  }
  const files = layers.flatMap(each =>
    each.kind === 'file' ? [each.path] : [],
  );
  const owners = layers.flatMap(each =>
    each.kind === 'inline' ? [each.owner] : [],
  );
  return [
    {
      name: [...(files.length > 0 ? files : [namedBy?.file ?? owners[0]])].join(
        ' + ',
      ),
      files: layers.map(each =>
        each.kind === 'file'
          ? holderOfFile(each).read(each.path)
          : JSON.stringify(each.values),
      ),
    },
  ];
}
