import { join } from 'node:path';
import { adoptChart } from '@progressive-delivery/engine';
import { Toolbox, ToolBuilder } from '@progressive-delivery/sandbox';
import { Benchmark } from '../../running/Benchmark';
import { median } from '../../report/statistics';
import { ChartCase, createdCharts, writtenCharts } from './chartCases';
import { helmTemplate } from './helmTemplate';

const REPEATS = 3;

export const adoptBenchmark: Benchmark = {
  description:
    'Charts that helm create makes (Helm 3 and 4), and those of packages/engine/src/adoption/__fixtures__: how many get the switch and are proved, that none does that should not, and what one takes beside helm template of it by hand.',
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
    const ratios: number[] = [];
    for (const each of cases) {
      const { files, name, values } = each;
      const byHand: number[] = [];
      const adoptions: number[] = [];
      let state = '';
      for (let round = 0; round < REPEATS; round++) {
        byHand.push(
          await helmTemplate(helm, {
            files,
            folder: join(directory, 'by-hand', name, String(round)),
          }),
        );
        const start = performance.now();
        ({ state } = await adoptChart(files, { helm, values }));
        adoptions.push(performance.now() - start);
      }
      const ratio = median(adoptions) / median(byHand);
      log(
        `${name}: ${state}, ${median(adoptions).toFixed(0)} ms (${ratio.toFixed(
          1,
        )} of helm template)`,
      );
      if (state === 'prepared') {
        prepared.push(each);
        ratios.push(ratio);
      }
    }
    const candidates = cases.filter(({ hasDeployment }) => hasDeployment);
    return [
      {
        id: 'adopted',
        what: `charts that get the switch, proved / those of ${cases.length} with a Deployment and no switch`,
        value: prepared.length / candidates.length,
        unit: 'ratio',
        bar: { atLeast: 0.7 },
      },
      {
        id: 'wrongly-adopted',
        what: 'charts that get the switch and should not',
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
