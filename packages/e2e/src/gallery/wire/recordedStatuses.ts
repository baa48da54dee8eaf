import { join } from 'node:path';
import {
  RolloutStatus,
  rolloutStatusSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { runCommand } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { folders } from '../../scene/folders';

const BACKEND = join(
  folders.repository,
  'plugins/progressive-delivery-backend',
);

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

const toldSchema = z.record(
  z.string(),
  z.object({ now: z.iso.datetime(), status: z.unknown() }),
);

/** What the backend makes of objects that were recorded of the real controller, as if it happened just now. */
export class RecordedStatuses {
  static async of(scenarios: readonly string[]): Promise<RecordedStatuses> {
    const said = await runCommand(process.execPath, {
      args: [join(BACKEND, 'scripts/printStatuses.js'), ...scenarios],
      cwd: BACKEND,
      signal: AbortSignal.timeout(120_000),
    });
    const now = Date.now();
    return new RecordedStatuses(
      new Map(
        Object.entries(toldSchema.parse(JSON.parse(said))).map(
          ([scenario, told]) => [
            scenario,
            rolloutStatusSchema.parse(
              moved(told.status, now - Date.parse(told.now)),
            ),
          ],
        ),
      ),
    );
  }

  private constructor(private readonly statuses: Map<string, RolloutStatus>) {}

  /** @param name - what the workload is called; default: as it was recorded */
  status(scenario: string, name?: string): RolloutStatus {
    const status = this.statuses.get(scenario);
    if (!status) {
      throw new Error(`${scenario} is not among the scenarios`);
    }
    return { ...status, namespace: 'shop', name: name ?? status.name };
  }
}

function moved(status: unknown, milliseconds: number): unknown {
  return JSON.parse(
    JSON.stringify(status).replace(TIME, time =>
      new Date(Date.parse(time) + milliseconds).toISOString(),
    ),
  );
}
