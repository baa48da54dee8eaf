import { join } from 'node:path';
import { adoptChart, Adoption } from '@progressive-delivery/engine';
import { Toolbox, ToolBuilder } from '@progressive-delivery/sandbox';
import { Benchmark } from '../../running/Benchmark';
import { median } from '../../report/statistics';
import { ChartCase, createdCharts, writtenCharts } from './chartCases';
import { helmTemplate } from './helmTemplate';

const REPEATS = 3;

export const adoptBenchmark: Benchmark = {
  description:
    'Charts that helm create makes (Helm 3 and 4), and those of packages/engine/src/adoption/__fixtures__, written as public charts are or as traps: how many get the switch and are proved, that none does that should not, and what one takes beside helm template of it by hand.',
  async run({ directory, log }) {
    const toolbox = Toolbox.create();
    await ToolBuilder.create({ toolbox, log }).build(['helm', 'helm3']);
    const helm = toolbox.tool('helm');
    const cases = [
      ...(await createdCharts(join(directory, 'created'), {
        helm,
        helm3: toolbox.tool('helm3'),
      })),
      ...(await writtenCharts()),
    ];
    const prepared: ChartCase[] = [];
    const refusals: string[] = [];
    const ratios: number[] = [];
    for (const each of cases) {
      const { files, name, values } = each;
      const byHand: number[] = [];
      const adoptions: number[] = [];
      let adoption: Adoption | undefined;
      for (let round = 0; round < REPEATS; round++) {
        byHand.push(
          await helmTemplate(helm, {
            files,
            folder: join(directory, 'by-hand', name, String(round)),
          }),
        );
        const start = performance.now();
        adoption = await adoptChart(files, { helm, values });
        adoptions.push(performance.now() - start);
      }
      const ratio = median(adoptions) / median(byHand);
      log(
        `${name}: ${adoption?.state}, ${median(adoptions).toFixed(
          0,
        )} ms (${ratio.toFixed(1)} of helm template)`,
      );
      if (adoption?.state === 'prepared') {
        prepared.push(each);
        ratios.push(ratio);
      } else if (each.origin === 'shape' && each.hasDeployment) {
        refusals.push(
          `  ${name}: ${adoption?.because.map(({ text }) => text).join('; ')}`,
        );
      }
    }
    log(['Shapes of public charts that are refused:', ...refusals].join('\n'));
    const candidates = cases.filter(({ hasDeployment }) => hasDeployment);
    const ratioOf = (charts: readonly ChartCase[]) =>
      prepared.filter(each => charts.includes(each)).length / charts.length;
    const shapes = candidates.filter(({ origin }) => origin === 'shape');
    return [
      {
        id: 'adopted',
        what: `shapes of public charts that get the switch, proved / the ${
          shapes.length
        } that have a Deployment and no switch (${ratioOf(candidates).toFixed(
          2,
        )} with the traps)`,
        value: ratioOf(shapes),
        unit: 'ratio',
        bar: { atLeast: 0.7 },
      },
      {
        id: 'wrongly-adopted',
        what: `charts that get the switch and should not, of all ${cases.length}`,
        value: prepared.filter(({ adoptable }) => !adoptable).length,
        unit: 'charts',
        bar: { exactly: 0 },
      },
      {
        id: 'adopt-time',
        what: `preparing and proving a chart / one helm template of it; medians of ${REPEATS}, the worst of ${prepared.length} charts`,
        value: Math.max(...ratios),
        unit: 'ratio',
        bar: { atMost: 25 },
      },
    ];
  },
};
