import { join } from 'node:path';
import { Row } from '../../../report/Row';
import { runGit } from '../stage/runGit';
import { Stage } from '../stage/Stage';

/** What is fetched until an overlay can be rendered for the first time. */
export async function firstLayout(stage: Stage): Promise<Row[]> {
  const { context, proxy, url } = stage;
  const { directory, log } = context;
  const service = stage.service();
  const started = performance.now();
  const layout = await proxy.count(() => stage.layOut(service, 0));
  const seconds = (performance.now() - started) / 1000;
  const clone = await proxy.count(() =>
    runGit(['clone', '--quiet', '--bare', url, join(directory, 'clone')], {
      cwd: directory,
      env: stage.authorization(proxy.url),
    }),
  );
  log(
    `first layout: ${layout.bytes} bytes, ${
      layout.requests
    } requests, ${seconds.toFixed(2)} s; full clone: ${clone.bytes} bytes`,
  );
  return [
    {
      id: 'first-layout',
      what: "the first layout's bytes over the wire / a full clone's",
      value: layout.bytes / clone.bytes,
      unit: 'ratio',
      bar: { atMost: 0.005 },
    },
  ];
}
