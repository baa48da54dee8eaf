/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
// The edit is no export of the plugin: nobody but itself and this benchmark has use for it.
import { readSwitches } from '@progressive-delivery/engine/src/switches/readSwitches';
import { SwitchReader } from '@progressive-delivery/engine/src/switches/SwitchReader';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseDocument } from 'yaml';
import { BenchmarkContext } from '../../../running/Benchmark';
import { Row } from '../../../report/Row';
import { median } from '../../../report/statistics';

const EDITS = 50;
const ROUNDS = 15;
const BYTES = 100 * 1024;

/** What else a backend can do while large values files are edited. */
export async function valuesEdit({ log }: BenchmarkContext): Promise<Row[]> {
  const reader = SwitchReader.create();
  // The thread is there in a backend that runs.
  await edit(reader, 'agents: {}\n');
  const files = Array.from({ length: EDITS }, (_, index) => largeFile(index));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  delay.enable();
  await Promise.all(files.map(file => edit(reader, file)));
  delay.disable();
  const seconds = (performance.now() - started) / 1000;
  const p99 = delay.percentile(99) / 1e6;
  log(
    `${EDITS} edits of ${BYTES} bytes: ${seconds.toFixed(
      1,
    )} s, event loop delay p99 ${p99.toFixed(1)} ms, longest ${(
      delay.max / 1e6
    ).toFixed(1)} ms`,
  );
  return [
    {
      id: 'values-edit-delay',
      what: `p99 of the event loop's delay while ${EDITS} values files of 100 KB are edited`,
      value: p99,
      unit: 'ms',
      bar: { atMost: 20 },
    },
    editTime(log),
  ];
}

/** What one edit costs, wherever it is done: in turns with reading the same file by `yaml`. */
function editTime(log: (line: string) => void): Row {
  const times = { edit: [0], parse: [0] };
  for (let round = 0; round < ROUNDS; round++) {
    const text = largeFile(round);
    times.edit[round] = timeOf(() => readSwitches(valuesWith(text)));
    times.parse[round] = timeOf(() => parseDocument(text));
  }
  const of = { edit: median(times.edit), parse: median(times.parse) };
  log(
    `one edit of ${BYTES} bytes: ${of.edit.toFixed(
      1,
    )} ms, parsing it once ${of.parse.toFixed(1)} ms`,
  );
  return {
    id: 'values-edit-time',
    what: `finding a switch in a values file of 100 KB and editing it / parsing that file once with yaml; medians of ${ROUNDS} rounds, in turns`,
    value: of.edit / of.parse,
    unit: 'ratio',
    bar: { atMost: 3 },
  };
}

function timeOf(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function valuesWith(text: string) {
  return {
    defaults: {
      path: 'charts/agents/values.yaml',
      text: 'agents:\n  progressiveDelivery:\n    enabled: false\n',
    },
    layers: [{ kind: 'file' as const, path: 'values.yaml', text }],
    ownValues: false,
  };
}

async function edit(reader: SwitchReader, text: string): Promise<void> {
  const [found] = await reader.switchesOf(valuesWith(text));
  if (found.flipped?.state !== 'edited') {
    throw new Error('The file was not edited');
  }
}

/** As values files grow: many workloads, each with the same kind of settings. */
function largeFile(index: number): string {
  let text = `# File ${index}\n`;
  for (let workload = 0; text.length < BYTES; workload++) {
    text += `workload${workload}:
  # Who asks for it
  replicas: ${workload % 7}
  image: { repository: registry.example.com/workload-${workload}, tag: "1.${workload}" }
  resources:
    requests: { cpu: 100m, memory: 128Mi }
  env:
    - name: NAME
      value: 'workload ${workload}'
`;
  }
  return `${text}agents:\n  progressiveDelivery:\n    enabled: false # the switch\n`;
}
