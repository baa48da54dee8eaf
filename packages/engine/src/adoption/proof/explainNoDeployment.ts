import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Chart } from '../chart/Chart';
import { AdoptionPlan } from '../plan/planAdoption';
import { obstacle } from '../texts/AdoptionText';
import { AdoptionTrial } from './AdoptionTrial';
import { computedDeployment } from './computedDeployment';
import { Helm } from './helm/Helm';
import { readRendering } from './comparing/RenderedObject';
import { namedValues, OWN_VALUES } from '../texts/valuesNames';
import { ValuesSet } from './ValuesSet';

const NOTHING: AdoptionPlan = {
  changes: new Map(),
  workloads: [],
  loops: new Set(),
  values: {},
  probes: [],
  fillings: [],
  syncOptions: new Map(),
  notes: [],
};

/** Where the Deployments of a chart come from of which its own templates say none. */
export async function explainNoDeployment(
  chart: Chart,
  helm: Helm,
  sets: readonly ValuesSet[],
): Promise<AdoptionObstacle[]> {
  const trial = await AdoptionTrial.create(chart, NOTHING, helm);
  const { files, name } = sets[0] ?? { files: [], name: undefined };
  const result = await helm.template(
    trial.input(
      'before',
      await Promise.all(
        files.map((file, index) => trial.valuesFile(String(index), file, name)),
      ),
    ),
  );
  if (result.state === 'failed') {
    const values = name === undefined ? OWN_VALUES : namedValues(name);
    const { message } = result;
    return [obstacle('doesNotRender', { values, message })];
  }
  const sources = readRendering(result.text)
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ source }) => source);
  const own = sources.filter(each =>
    each.startsWith(trial.sourceOf('templates/')),
  );
  if (own.length > 0) {
    return [...new Set(own)].map(source => computedDeployment(chart, source));
  }
  const charts = new Set(
    sources.flatMap(each => /\/charts\/([^/]+)\//.exec(each)?.[1] ?? []),
  );
  return charts.size > 0
    ? [obstacle('deploymentsOfSubcharts', { charts: [...charts].join(', ') })]
    : [obstacle('noDeployment')];
}
