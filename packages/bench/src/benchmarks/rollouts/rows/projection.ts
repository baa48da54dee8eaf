// The projection is no export of the plugin: nobody but itself and this benchmark has use for it.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { ownedObjects } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/objects/ownedObjects';
import { podObjectSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/objects/kinds/podObject';
import { replicaSetObjectSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/objects/kinds/replicaSetObject';
import { rolloutObjectSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/objects/kinds/rolloutObject';
import { rolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/status/rolloutStatus';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { Row } from '../../../report/Row';
import { listPages } from '../cluster/listPages';
import { paths } from '../cluster/paths';
import { writeRollouts } from '../cluster/writeRollouts';
import { Stage } from '../stage/Stage';
import { median } from '../../../report/statistics';

const PODS = 100;
const ROUNDS = 50;
const TURNS = 20;
const NAMESPACE = 'hundred';

/** The pure function from objects to a status, on one Rollout with many pods. */
export async function projection(stage: Stage): Promise<Row[]> {
  const { client, context, server } = stage;
  await server.run(['create', 'namespace', NAMESPACE]);
  await writeRollouts({
    client,
    namespace: NAMESPACE,
    names: ['web'],
    revisions: [
      { hash: '7d4b9c6f85', revision: 3, pods: 10 },
      { hash: '6c8f9d7b54', revision: 2, pods: PODS - 10 },
      { hash: '5b7e8c6a43', revision: 1, pods: 0 },
    ],
  });
  const list = async (path: string) => {
    const items: unknown[] = [];
    await listPages(client, path, item => items.push(item));
    return items;
  };
  const [rollout, ...rest] = await list(paths.rollouts(NAMESPACE));
  const replicaSets = await list(paths.replicaSets(NAMESPACE));
  const pods = await list(paths.pods(NAMESPACE));
  const texts = [rollout, ...rest, ...replicaSets, ...pods].map(item =>
    JSON.stringify(item),
  );
  const object = rolloutObjectSchema.parse(rollout);
  const lists = {
    replicaSets: replicaSets.map(item => replicaSetObjectSchema.parse(item)),
    pods: pods.map(item => podObjectSchema.parse(item)),
    analysisRuns: [],
    experiments: [],
    services: [],
    events: [],
  };
  const project = () =>
    rolloutStatus(object, ownedObjects(lists), { now: new Date() });
  const parse = () => texts.map(text => JSON.parse(text)).length;
  const times = Array.from({ length: ROUNDS }, () => ({
    project: timeOf(project),
    parse: timeOf(parse),
  })).slice(ROUNDS / 2);
  const projected = median(times.map(time => time.project));
  const parsed = median(times.map(time => time.parse));
  context.log(
    `projection ${projected.toFixed(3)} ms, JSON.parse ${parsed.toFixed(3)} ms`,
  );
  return [
    {
      id: 'projection',
      what: `from the objects, as the watch keeps them, of one Rollout with 3 ReplicaSets and ${PODS} pods to its status / JSON.parse of the same objects as the API server sends them; medians of ${
        ROUNDS / 2
      } rounds of ${TURNS}, in turns, after as many that do not count`,
      value: projected / parsed,
      unit: 'ratio',
      bar: { atMost: 1 },
    },
  ];
}

/** Milliseconds of one turn. */
function timeOf(work: () => unknown): number {
  const started = performance.now();
  for (let turn = 0; turn < TURNS; turn++) {
    work();
  }
  return (performance.now() - started) / TURNS;
}
