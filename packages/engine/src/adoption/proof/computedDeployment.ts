import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Chart } from '../chart/Chart';
import { obstacle } from '../texts/AdoptionText';

/**
 * What to say of a template that renders a Deployment without saying so.
 *
 * @param source - the template, as Helm names it
 */
export function computedDeployment(
  chart: Chart,
  source: string,
): AdoptionObstacle {
  const template = source.slice(chart.name.length + 1);
  const lines = (chart.texts.get(template) ?? '').split('\n');
  const indented = lines.findIndex(line =>
    /^\s+-?\s*kind:\s*["']?Deployment\b/.test(line),
  );
  if (indented !== -1) {
    return obstacle('indented', { template, line: indented + 1 });
  }
  const computed = lines.findIndex(line =>
    /kind:\s*\{\{|\{\{-?\s*(?:include|template|tpl|toYaml)\b/.test(line),
  );
  return obstacle('kindComputed', {
    template,
    line: Math.max(computed, 0) + 1,
  });
}
