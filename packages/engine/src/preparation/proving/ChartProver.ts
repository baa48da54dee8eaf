import { createHash } from 'node:crypto';
import {
  AdoptionNote,
  AdoptionObstacle,
  ChartPreparation,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Adoption, FileChange } from '../../adoption/adoptChart';
import { areNamed } from '../../adoption/texts/valuesNames';
import { ValuesSet } from '../../adoption/proof/ValuesSet';
import { inside } from '../../git/trees/repositoryPath';
import { Repositories } from '../../git/trees/Repositories';
import { RenderLimits } from '../../RenderLimits';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { VariantService } from '../../variants/VariantService';
import { FilesOfChart } from '../charts/chartFilesOf';
import { ChartPlace, FoundChart } from '../charts/deliveryCharts';
import { releaseOf } from '../charts/releaseOf';
import { chooseValues } from '../values/chooseValues';
import { repositoryValues } from '../values/repositoryValues';
import { ChartAdoptions, digestOf } from './ChartAdoptions';
import { maskObstacle } from './maskObstacle';

/** A chart whose files are in Git, on a branch. */
export interface GitChart extends FoundChart {
  place: Extract<ChartPlace, { from: 'git' }> & { branch: string };
}

/** What came of preparing a chart. */
export type ProvedChart = { base: ChartPreparation['base'] } & (
  | {
      state: 'prepared';
      adoption: Extract<Adoption, { state: 'prepared' }>;
      /** By their paths from the repository's root. */
      changes: FileChange[];
      notes: AdoptionNote[];
      /** Over everything that went into it, and what came of it. */
      digest: string;
    }
  | { state: 'refused'; obstacles: AdoptionObstacle[] }
);

export interface ChartProverOptions {
  variants: Pick<VariantService, 'findTools'>;
  repositories: Pick<Repositories, 'layOut'>;
  limits: RenderLimits;
}

/** Prepares charts with the values that are known to use them, and the Helm of their target. */
export class ChartProver {
  static create(options: ChartProverOptions): ChartProver {
    return new ChartProver(options);
  }

  private readonly adoptions: ChartAdoptions;

  private constructor(private readonly options: ChartProverOptions) {
    this.adoptions = ChartAdoptions.create(options);
  }

  async close(): Promise<void> {
    await this.adoptions.close();
  }

  /**
   * @throws ServiceUnavailableError where Helm cannot be run
   * @throws InputError where the repository's values files cannot be read at all
   */
  async prove(
    target: DeliveryTarget,
    chart: GitChart,
    files: FilesOfChart,
    { signal }: { signal?: AbortSignal },
  ): Promise<ProvedChart> {
    const { place, uses } = chart;
    const { branch, commit, directory, repository } = place;
    const [tools, laidOut] = await Promise.all([
      this.options.variants.findTools(target, { signal }),
      this.options.repositories.layOut(
        { repository, revision: commit },
        repositoryValues({ name: chart.name, directory }),
        { signal },
      ),
    ]);
    const release = releaseOf(target, chart);
    const { notes, own, sets: chosen } = chooseValues(chart, laidOut);
    const layouts = [
      laidOut.layout,
      ...uses.flatMap(({ laidOut: { layout, refLayouts, unpacked } }) => [
        layout,
        ...(unpacked ? [unpacked] : []),
        ...Array.from(refLayouts.values(), each => each.layout),
      ]),
    ];
    const adopt = (sets: readonly ValuesSet[]) =>
      this.adoptions.adopt(
        { chart: files, release, tools, values: sets, queue: target.id },
        { signal },
      );
    let values = chosen;
    let adoption = await adopt(values);
    // What others have in the repository, and does not render as it is, keeps nobody from a switch.
    const odd = notRendered(
      adoption,
      values.filter(({ name }) => !own.has(name)),
    );
    if (odd.size > 0) {
      values = values.filter(({ name }) => !odd.has(name));
      adoption = await adopt(values);
    }
    const base = { repository, branch, commit };
    if (adoption.state === 'refused') {
      return {
        state: 'refused',
        base,
        obstacles: adoption.because.map(each => maskObstacle(each, layouts)),
      };
    }
    const changes = adoption.changes.map(change => ({
      ...change,
      path: inside(directory, change.path),
    }));
    return {
      state: 'prepared',
      base,
      adoption,
      changes,
      notes: [
        ...adoption.notes,
        ...notes,
        ...Array.from(odd, ([file, each]) =>
          notTried(file, maskObstacle(each, layouts)),
        ),
      ],
      digest: createHash('sha256')
        .update(
          JSON.stringify([
            digestOf({ chart: files, release, tools, values }),
            ...[repository, branch, directory],
            changes.map(({ after, path }) => [path, after]),
          ]),
        )
        .digest('hex'),
    };
  }
}

/** Why a chart does not render as it is, by the names of those values with which it does not. */
function notRendered(
  adoption: Adoption,
  values: readonly ValuesSet[],
): Map<string, AdoptionObstacle> {
  const because = adoption.state === 'refused' ? adoption.because : [];
  return new Map(
    values.flatMap(({ name }) => {
      const found = because.find(
        ({ id, parameters }) =>
          id === 'doesNotRender' && areNamed(parameters.values, name),
      );
      return found ? [[name, found] as const] : [];
    }),
  );
}

function notTried(
  file: string,
  { parameters: { message } }: AdoptionObstacle,
): AdoptionNote {
  return toMessage('adoptionNote', {
    id: 'valuesNotTried',
    parameters: { file, message },
  });
}
