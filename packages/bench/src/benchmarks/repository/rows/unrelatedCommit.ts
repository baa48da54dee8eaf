/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
// The preview is no export of the plugin: nobody but itself and this benchmark has use for it.
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { VariantService } from '@progressive-delivery/engine';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Toolbox, ToolBuilder } from '@progressive-delivery/sandbox';
import { Row } from '../../../report/Row';
import { Stage } from '../stage/Stage';

const ROUNDS = 5;
const SWITCH = 'controllers.progressiveDelivery.enabled';

/** What is rendered again after commits that have nothing to do with the overlay. */
export async function unrelatedCommit(stage: Stage): Promise<Row[]> {
  const { context, repository, url } = stage;
  const { directory, log, signal } = context;
  const toolbox = Toolbox.create();
  await ToolBuilder.create({ toolbox, log, signal }).build([
    'helm',
    'kustomize',
  ]);
  const runs = join(directory, 'tool-runs');
  const counted = (tool: string) => {
    const file = join(directory, `counted-${tool}`);
    writeFileSync(
      file,
      `#!/bin/sh\necho "${tool} $*" >>"${runs}"\nexec "${toolbox.tool(
        tool,
      )}" "$@"\n`,
      { mode: 0o755 },
    );
    return file;
  };
  const { charts, repositories } = stage.service();
  const variants = VariantService.create({
    repositories,
    charts,
    helm: counted('helm'),
    kustomize: counted('kustomize'),
    apiVersions: [],
    concurrency: 2,
  });
  const path = repository.overlay(1);
  const compare = () =>
    variants.compare(
      {
        kind: 'overlay',
        id: 'overlay',
        title: path,
        sources: [{ repository: url, revision: 'main', path }],
        destination: { namespace: 'agents' },
      },
      { switch: SWITCH, enabled: true },
    );
  const countRuns = () =>
    existsSync(runs) ? readFileSync(runs, 'utf8').split('\n').length - 1 : 0;

  await compare();
  const first = countRuns();
  if (first === 0) {
    throw new Error('The first preview did not run what is counted');
  }
  for (let round = 0; round < ROUNDS; round++) {
    const before = await repositories.remoteHead(url, 'main');
    await repository.changeSomethingElse();
    await stage.push();
    repositories.refresh(url);
    const { comparison } = await compare();
    if (comparison.base.commit === before) {
      throw new Error('The preview was not made on the new commit');
    }
  }
  const again = countRuns() - first;
  log(`unrelated commits: ${again} runs of tools, ${first} for the first`);
  return [
    {
      id: 'unrelated-renders',
      what: `runs of helm and kustomize for the preview after each of ${ROUNDS} commits that do not touch the overlay`,
      value: again,
      unit: 'runs',
      bar: { exactly: 0 },
    },
  ];
}
