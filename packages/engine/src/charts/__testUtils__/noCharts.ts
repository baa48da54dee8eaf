import { ChartLayouts } from '../../overlays/charts/ChartLayouts';
import { ChartService } from '../ChartService';

/** Charts where none may be fetched: no repository is configured, so nobody is asked. */
export function noCharts(): ChartLayouts {
  return ChartLayouts.create({
    charts: ChartService.create({ repositories: [], cacheDirectory: '/none' }),
  });
}
