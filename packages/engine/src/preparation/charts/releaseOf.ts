import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { releaseNameOf } from '../../variants/rendering/TargetLayouts';
import { FoundChart } from './deliveryCharts';

/** What a target calls the first release of a chart; `undefined` where Helm makes a name up. */
export function releaseOf(
  target: DeliveryTarget,
  { uses: [{ chart, laidOut }] }: Pick<FoundChart, 'uses'>,
): string | undefined {
  const { overlay, source } = laidOut;
  return overlay.kind === 'helm'
    ? overlay.helm.releaseName ?? releaseNameOf(target, source)
    : chart.releaseName;
}
