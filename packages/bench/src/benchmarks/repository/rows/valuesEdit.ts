/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
// The edit is no export of the plugin: nobody but itself and this benchmark has use for it.
import { SwitchReader } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/switches/SwitchReader';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { BenchmarkContext } from '../../../Benchmark';
import { Row } from '../../../report/Row';

const EDITS = 50;
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
  ];
}

async function edit(reader: SwitchReader, text: string): Promise<void> {
  const [found] = await reader.switchesOf({
    defaults: {
      path: 'charts/agents/values.yaml',
      text: 'agents:\n  progressiveDelivery:\n    enabled: false\n',
    },
    layers: [{ kind: 'file', path: 'values.yaml', text }],
    ownValues: false,
  });
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
