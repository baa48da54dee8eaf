import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RolloutsCluster } from '@progressive-delivery/sandbox';
import limit from 'p-limit';
import { KubernetesApi } from './cluster/KubernetesApi';
import { MetricServer } from './cluster/MetricServer';
import { startCluster } from './cluster/startCluster';
import { Stage } from './play/Stage';
import { takeRecord } from './record/takeRecord';
import { writeRecord } from './record/writeRecord';
import type { Scenario } from './scenarios/Scenario';

/** More at once and the controller itself becomes slow. */
const AT_ONCE = 6;

export interface RecorderOptions {
  /** Where the clusters live; deleted at the end. */
  directory: string;
  /** The folder of the records. */
  records: string;
  log: (line: string) => void;
  signal: AbortSignal;
}

/** A scenario that has been set up, and where. */
interface Played {
  scenario: Scenario;
  stage: Stage;
}

/** Plays scenarios with the real controller and records what comes of them. */
export class Recorder {
  static create(options: RecorderOptions): Recorder {
    return new Recorder(options);
  }

  private readonly failures: string[] = [];

  private constructor(private readonly options: RecorderOptions) {}

  /** Records these scenarios, and answers what could not be recorded and why. */
  async record(scenarios: Scenario[]): Promise<string[]> {
    const first = scenarios.filter(({ cluster }) => cluster === undefined);
    const second = scenarios.filter(({ cluster }) => cluster === 'second');
    for (const ofOneCluster of [first, second]) {
      if (ofOneCluster.length > 0) {
        await this.recordInOneCluster(ofOneCluster);
      }
    }
    return this.failures;
  }

  /** Removes the records of scenarios that there are no more. */
  async removeOthers(scenarios: Scenario[]): Promise<void> {
    const names = new Set(scenarios.map(({ name }) => name));
    for (const name of await readdir(this.options.records)) {
      if (!names.has(name)) {
        await rm(join(this.options.records, name), { recursive: true });
      }
    }
  }

  private async recordInOneCluster(scenarios: Scenario[]): Promise<void> {
    const { directory } = this.options;
    const cluster = await startCluster(this.options);
    const metrics = await MetricServer.start();
    const api = KubernetesApi.create({ kubeconfig: cluster.kubeconfig });
    try {
      const open = (scenario: Scenario) =>
        Stage.open({
          ...{ cluster, api, metrics },
          namespace: scenario.namespace ?? scenario.name,
        });
      const played = await this.each(scenarios, async scenario => {
        const stage = await open(scenario);
        await scenario.play(stage);
        if (!scenario.withoutController) {
          await this.write(cluster, { scenario, stage });
        }
        return { scenario, stage };
      });
      const left = played.filter(({ scenario }) => scenario.withoutController);
      if (left.length > 0) {
        await this.finishWithoutController(cluster, left);
      }
    } finally {
      api.close();
      metrics.stop();
      await cluster.stop();
      await rm(directory, { recursive: true, force: true });
    }
  }

  private async finishWithoutController(
    cluster: RolloutsCluster,
    left: Played[],
  ): Promise<void> {
    await cluster.stopController();
    const stages = new Map(
      left.map(({ scenario, stage }) => [scenario, stage]),
    );
    await this.each(
      left.map(({ scenario }) => scenario),
      async scenario => {
        const stage = stages.get(scenario);
        if (stage) {
          stage.expectNothing();
          await scenario.withoutController?.(stage);
          await this.write(cluster, { scenario, stage });
        }
      },
    );
  }

  private async write(
    cluster: RolloutsCluster,
    { scenario, stage }: Played,
  ): Promise<void> {
    const folder = join(this.options.records, scenario.name);
    await writeRecord(folder, await takeRecord(cluster, stage));
    this.options.log(`recorded ${scenario.name}`);
    await stage.close();
  }

  /** A scenario that does not come to its state does not keep the others from theirs. */
  private async each<T>(
    scenarios: Scenario[],
    play: (scenario: Scenario) => Promise<T>,
  ): Promise<T[]> {
    const { log, signal } = this.options;
    const atOnce = limit(AT_ONCE);
    const outcomes = await Promise.all(
      scenarios.map(scenario =>
        atOnce(async () => {
          signal.throwIfAborted();
          try {
            return [await play(scenario)];
          } catch (error) {
            signal.throwIfAborted();
            const why = error instanceof Error ? error.message : String(error);
            this.failures.push(`${scenario.name}: ${why}`);
            log(`not recorded: ${scenario.name}. ${why}`);
            return [];
          }
        }),
      ),
    );
    return outcomes.flat();
  }
}
