import { setTimeout } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import {
  FleetResponse,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  problemOf,
  TimeSlices,
  VariantService,
} from '@progressive-delivery/engine';
import { ClusterProxy } from '../clusters/ClusterProxy';
import { ClusterService } from '../clusters/ClusterService';
import { ArgoCdConfig, SwitchedFeatures } from '../config';
import {
  OpenInRepository,
  OpenProposals,
  placeKey,
} from '../proposals/OpenProposals';
import { WorkloadWatches } from '../rollouts/live/workloadWatches';
import { distinctProblems } from '../rollouts/objects/distinctProblems';
import { deliveredEntity } from '../targets/access/DeliveredEntity';
import { MOST_COMPONENTS } from './deliveredComponents';
import {
  FleetComponents,
  FleetComponentsOptions,
  LocatedComponent,
} from './FleetComponents';
import { FleetSwitches } from './git/FleetSwitches';
import { FleetApplications } from './live/FleetApplications';
import { FleetClusters } from './live/FleetClusters';
import { FleetEntry, fleetEntry } from './rows/fleetEntry';
import { FleetComponent } from './rows/fleetRow';

export interface FleetOptions extends FleetComponentsOptions {
  argocd: ArgoCdConfig[];
  clusters: ClusterService;
  config: SwitchedFeatures;
  logger: LoggerService;
  openProposals: Pick<OpenProposals, 'find'>;
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  variants: Pick<VariantService, 'outline'>;
  watches: Pick<
    WorkloadWatches,
    'fleetApplications' | 'rollouts' | 'deployments'
  >;
  timing: FleetTiming;
}

/** All in milliseconds. */
export interface FleetTiming {
  /** Between two looks where components are delivered to, and which pull requests are open. */
  resolve: number;
  /** Between two questions to the catalog. */
  catalog: number;
  /** For which rows are told again as they were. */
  rows: number;
}

/** What is known of all components at a time. */
export interface FleetSnapshot
  extends Pick<FleetResponse, 'observedAt' | 'problems'> {
  entries: FleetEntry[];
  /** What clusters do not tell; nothing for who may read no component. */
  clusterProblems: Problem[];
}

/** One for all: Node 22 keeps the reason of a composed signal. */
const CLOSED = new Error('Nobody looks at the fleet any more');

/**
 * All components with delivery targets, and what is known of each: what runs by watches, their switches and pull requests
 * by Git. All of it in memory, as long as somebody looks.
 */
export class Fleet {
  static open(options: FleetOptions): Fleet {
    const fleet = new Fleet(options);
    fleet.running = fleet.run();
    return fleet;
  }

  private readonly closed = new AbortController();
  private readonly applications: FleetApplications;
  private readonly clusters: FleetClusters;
  private readonly switches: FleetSwitches;
  private readonly components: FleetComponents;
  private proposals: ReadonlyMap<string, OpenInRepository> = new Map();
  private problem: Problem | undefined;
  private version = 0;
  private built:
    | { version: number; at: number; entries: Promise<FleetEntry[]> }
    | undefined;
  private running: Promise<void> = Promise.resolve();
  private markRead: () => void = () => {};
  /** Resolves once it is known where each component is delivered to. */
  readonly read = new Promise<void>(resolve => {
    this.markRead = resolve;
  });

  private constructor(private readonly options: FleetOptions) {
    const onChange = () => {
      this.version++;
    };
    this.components = FleetComponents.create(options);
    this.applications = FleetApplications.open(options);
    this.clusters = FleetClusters.create({ ...options, onChange });
    this.switches = FleetSwitches.create({ ...options, onChange });
  }

  /** What is known now. */
  async snapshot(): Promise<FleetSnapshot> {
    return {
      entries: await this.entries(),
      observedAt: this.components.observedAt?.toISOString(),
      problems: distinctProblems([
        ...(this.problem ? [this.problem] : []),
        ...(this.components.areMore
          ? [
              toMessage('problem', {
                id: 'fleetTooLarge',
                parameters: { shown: MOST_COMPONENTS },
              }),
            ]
          : []),
      ]),
      clusterProblems: distinctProblems(this.applications.problems()),
    };
  }

  async close(): Promise<void> {
    this.closed.abort(CLOSED);
    this.applications.close();
    this.clusters.close();
    this.switches.close();
    await this.running;
  }

  private async run(): Promise<void> {
    const { timing } = this.options;
    const { signal } = this.closed;
    while (!signal.aborted) {
      try {
        await this.askCatalog(signal);
        await this.round(signal);
      } catch (error) {
        this.failed(error);
      }
      this.version++;
      this.markRead();
      await setTimeout(timing.resolve, undefined, { signal }).catch(() => {});
    }
  }

  private failed(error: unknown): void {
    if (!this.closed.signal.aborted) {
      assertError(error);
      this.options.logger.warn('The fleet could not be read', error);
      this.problem = problemOf(error);
    }
  }

  private async round(signal: AbortSignal): Promise<void> {
    await this.applications.settled({ signal });
    await this.components.locate(this.applications.lookup({ signal }), signal);
    const targets = this.components.targets();
    await this.clusters.watch(targets.values(), { signal });
    this.markRead();
    this.switches.want(targets);
    this.proposals = await this.options.openProposals.find(
      Array.from(targets.keys()).flatMap(
        key => this.switches.of(key).editPlaces,
      ),
    );
  }

  /** Where it does not answer, those that are known are gone on with. */
  private async askCatalog(signal: AbortSignal): Promise<void> {
    const { observedAt } = this.components;
    const age = Date.now() - (observedAt?.getTime() ?? -Infinity);
    if (age < this.options.timing.catalog) {
      return;
    }
    try {
      await this.components.ask(signal);
      this.problem = undefined;
      this.version++;
    } catch (error) {
      this.failed(error);
    }
  }

  private entries(): Promise<FleetEntry[]> {
    const now = Date.now();
    // Without a change, ages still grow, and a controller may turn out to be silent.
    const isFresh =
      this.built &&
      now - this.built.at <
        this.options.timing.rows *
          (this.built.version === this.version ? 5 : 1);
    if (!this.built || !isFresh) {
      this.built = { version: this.version, at: now, entries: this.build() };
    }
    return this.built.entries;
  }

  private async build(): Promise<FleetEntry[]> {
    const slices = TimeSlices.create();
    const entries: FleetEntry[] = [];
    this.clusters.refresh();
    for (const [entityRef, component] of Array.from(this.components.all())) {
      await slices.next();
      entries.push(fleetEntry(this.component(entityRef, component)));
    }
    return entries;
  }

  private component(
    entityRef: string,
    { entity, problem, targets, unusable }: LocatedComponent,
  ): FleetComponent {
    return {
      entityRef,
      title: entity.metadata.title,
      owners: deliveredEntity(entity).owners,
      targets: targets?.map(({ key, target }) => {
        const switches = this.switches.of(key);
        return {
          title: target.title,
          cluster: target.destination.cluster,
          live: this.clusters.of(target),
          switches,
          proposals: this.proposalsOf(switches),
        };
      }),
      unusable,
      problem,
    };
  }

  private proposalsOf({
    editPlaces,
    state,
  }: ReturnType<FleetSwitches['of']>): NonNullable<
    FleetComponent['targets']
  >[number]['proposals'] {
    if (state !== 'done') {
      return { state, open: [] };
    }
    const asked = editPlaces.map(place => ({
      place,
      answer: this.proposals.get(place.repository),
    }));
    const open = asked.flatMap(({ answer, place }) =>
      answer?.state === 'done'
        ? (answer.open.get(placeKey(place)) ?? []).map(each => ({
            ...each,
            switch: place.switch,
          }))
        : [],
    );
    const [failed] = asked.flatMap(({ answer }) =>
      answer?.state === 'failed' ? [answer.error] : [],
    );
    if (failed) {
      return { state: 'failed', open, problem: problemOf(failed) };
    }
    return {
      state: asked.some(({ answer }) => !answer) ? 'pending' : 'done',
      open,
    };
  }
}
