import {
  AdoptionNote,
  AdoptionObstacle,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Chart, ChartFiles, readChart, withMark } from './chart/Chart';
import {
  AdoptionPlan,
  planAdoption,
  PlannedWorkload,
} from './plan/planAdoption';
import { explainNoDeployment } from './proof/explainNoDeployment';
import { Helm } from './proof/helm/Helm';
import { AdoptionProof, proveAdoption } from './proof/proveAdoption';
import { ValuesSet } from './proof/ValuesSet';
import { withoutIgnored } from './proof/helm/withoutIgnored';
import { WorkerProcesses } from '../processes';
import { CannotAdoptError } from './texts/AdoptionText';

/** A file of a chart, before and after. */
export interface FileChange {
  /** Its path in the chart, with slashes. */
  path: string;
  /** `undefined` where it is new. */
  before: string | undefined;
  after: string;
}

/** What came of the wish to give a chart the switch. */
export type Adoption =
  | {
      state: 'prepared';
      changes: readonly FileChange[];
      workloads: readonly PlannedWorkload[];
      proof: AdoptionProof;
      notes: readonly AdoptionNote[];
    }
  | { state: 'refused'; because: readonly AdoptionObstacle[] };

export interface AdoptOptions {
  /** Values files that use the chart. Each set is proved by itself, besides the chart's own values. */
  values?: readonly ValuesSet[];
  /** The command of Helm; default `helm`, as found on the PATH. */
  helm?: string;
  /** The release that people know: what is said of objects calls them what they are there. Default: a name of our own */
  release?: string;
  /** A command with arguments that runs Helm within limits, such as `prlimit --cpu=60 --`; default none. */
  within?: readonly string[];
  /** What runs Helm, and ends it; default: this thread, until `signal`. */
  processes?: WorkerProcesses;
  signal?: AbortSignal;
}

/**
 * Gives a chart the switch `progressiveDelivery.enabled`: finds its Deployments, makes the smallest change that has them
 * rendered as Rollouts where the switch is on, and proves with Helm what that does. Writes nothing but temporary files.
 */
export async function adoptChart(
  files: ChartFiles,
  {
    helm: command,
    processes,
    release,
    signal,
    values = [],
    within,
  }: AdoptOptions = {},
): Promise<Adoption> {
  let helm: Helm | undefined;
  try {
    const all = await readChart(files);
    helm = await Helm.create({ command, processes, signal, within });
    const chart = await withoutIgnored(all, helm);
    const plan = await planOrExplain(chart, helm, values);
    const { notes, proof } = await proveAdoption(chart, plan, {
      helm,
      release,
      sets: values,
    });
    return {
      state: 'prepared',
      changes: [...plan.changes].map(([path, after]) => {
        const text = chart.texts.get(path);
        const before =
          text === undefined ? undefined : withMark(chart, path, text);
        return { path, before, after };
      }),
      workloads: plan.workloads,
      proof,
      notes: [...plan.notes, ...notes],
    };
  } catch (error) {
    if (error instanceof CannotAdoptError) {
      return { state: 'refused', because: error.obstacles };
    }
    throw error;
  } finally {
    await helm?.end();
  }
}

/** A chart whose templates say no Deployment may render one all the same: then that says why it cannot be prepared. */
async function planOrExplain(
  chart: Chart,
  helm: Helm,
  sets: readonly ValuesSet[],
): Promise<AdoptionPlan> {
  try {
    return planAdoption(chart);
  } catch (error) {
    throw error instanceof CannotAdoptError &&
      error.obstacles.every(({ id }) => id === 'noDeployment')
      ? new CannotAdoptError(await explainNoDeployment(chart, helm, sets))
      : error;
  }
}
