import {
  RecordedStatuses,
  streamOf,
  targetWith,
  WireServer,
} from '@progressive-delivery/e2e';
import type { Page } from 'playwright-core';
import { WORKLOAD } from './proposeSwitch';

const PAUSED = 'recorded/step-1-paused';

/**
 * What a component's overview warns of while its canary waits. None waits in the sandbox, so what the backend tells of one
 * that was recorded is told instead.
 *
 * @returns the title of the warning
 */
export async function warnOfCanary(page: Page, url: string): Promise<string> {
  const recorded = await RecordedStatuses.of([PAUSED]);
  const workload = recorded.status(PAUSED, WORKLOAD);
  const target = targetWith([workload]);
  const wire = await WireServer.start([
    {
      id: WORKLOAD,
      title: 'A canary that waits',
      shows: WORKLOAD,
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: { body: streamOf([{ target, workloads: [workload] }]) },
    },
  ]);
  try {
    await wire.answerFor(page);
    await page.goto(`${url}/catalog/default/component/${WORKLOAD}`);
    return await page
      .getByText(/ waiting for a decision$/)
      .first()
      .innerText();
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await wire.stop();
  }
}
