import { DeliveryChart } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** The chart that an address means: the one that it names, or else the only one, or the only one without a switch. */
export function chosenChart(
  charts: readonly DeliveryChart[],
  id: string | undefined,
): DeliveryChart | undefined {
  if (id !== undefined) {
    return charts.find(each => each.id === id);
  }
  const without = charts.filter(({ switches }) => switches.length === 0);
  const [only, ...others] = without.length > 0 ? without : charts;
  return others.length === 0 ? only : undefined;
}
