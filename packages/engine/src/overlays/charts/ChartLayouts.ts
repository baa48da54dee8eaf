import { posix } from 'node:path';
import { NotAllowedError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { cannotPreview } from '../../cannotPreview';
import { AddedFile, Layout } from '../../git/trees/Layout';
import { LaidOut, Selection } from '../../git/trees/Repositories';
import { SelectedFiles } from '../files/SelectedFiles';
import {
  ChartFiles,
  packChart,
  unpackChart,
} from '../../charts/archives/chartArchive';
import { digestOf } from '../../charts/archives/ChartCache';
import {
  ChartReference,
  ChartService,
  FetchedChart,
} from '../../charts/ChartService';
import { chartRepositoryUrl } from '../../charts/repositories/chartRepository';
import { chartTree } from '../../charts/chartTree';
import { packSibling } from './siblingChart';
import { WantedChart } from '../../charts/WantedChart';

/** Bytes of archives of repositories that are kept in memory, packed and not. */
const KEPT_BYTES = 32 * 1024 * 1024;

/** For whom charts are fetched. */
export interface ChartOptions {
  /** Whether charts may be fetched from a repository, see `DeliveryTarget.permitsCharts`. */
  permits: ((repository: string) => boolean) | undefined;
  signal?: AbortSignal;
}

/** Lays out fetched charts where rendering, which has no network, looks for them. */
export class ChartLayouts {
  static create(options: { charts: ChartService }): ChartLayouts {
    return new ChartLayouts(options.charts);
  }

  /** Archives of repositories, by their digest. */
  private readonly repacked = new LRUCache<string, PackedChart>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ archive, files }) =>
      Array.from(files.values()).reduce(
        (sum, content) => sum + content.length + 256,
        archive.length,
      ),
  });

  private constructor(private readonly charts: ChartService) {}

  /**
   * A chart that is a source itself, as if its repository were one of Git, and the chart a directory of its name.
   *
   * Whether it may be used is decided where the source is.
   *
   * @throws InputError, NotAllowedError, NotFoundError, ServiceUnavailableError where it cannot be fetched
   */
  async layOut<T>(
    reference: ChartReference,
    selection: Selection<T>,
    options: { signal?: AbortSignal },
  ): Promise<LaidOut<T>> {
    const chart = await this.charts.fetch(reference, options);
    const tree = chartTree(chart, chart.name);
    const { found, paths } = await selection.select(tree);
    const layout = await Layout.create({
      repository: chart.repository,
      branch: undefined,
      tree,
      paths,
    });
    return { layout, found };
  }

  /**
   * A layout with the charts that it wants; `unpacked` is absent where none of them is an archive.
   *
   * @throws NotAllowedError where a repository may not be used
   * @throws InputError, NotFoundError, ServiceUnavailableError where one cannot be fetched
   */
  async complete(
    layout: Layout,
    wanted: readonly WantedChart[],
    options: ChartOptions,
  ): Promise<{ layout: Layout; unpacked?: Layout }> {
    if (wanted.length === 0) {
      return { layout };
    }
    const placed = await Promise.all(
      wanted.map(each => this.place(layout, each, options)),
    );
    return {
      layout: layout.with(placed.flatMap(({ added }) => added)),
      unpacked: placed.some(({ unpacked }) => unpacked !== undefined)
        ? layout.with(placed.flatMap(({ added, unpacked = added }) => unpacked))
        : undefined,
    };
  }

  private async place(
    layout: Layout,
    wanted: WantedChart,
    options: ChartOptions,
  ): Promise<PlacedChart> {
    const { place } = wanted;
    if (wanted.from === 'archive') {
      const { archive, files, id } = await this.repack(layout, place);
      return archived(place, { archive, files, id });
    }
    if (wanted.from === 'sibling') {
      const { archive, files } = await packSibling(layout, wanted);
      return archived(place, { archive, files, id: digestOf(archive) });
    }
    const chart = await this.fetch(wanted, options);
    if (wanted.as === 'archive') {
      await check(chart, '.');
      const { digest: id, files } = chart;
      return archived(place, { archive: await chart.pack(), files, id });
    }
    const { paths, tree } = await check(chart, place);
    return {
      added: filesAt('.', await tree.read(paths), chart.digest),
    };
  }

  private async repack(layout: Layout, place: string): Promise<PackedChart> {
    const content = layout.read(place);
    const id = digestOf(content);
    const kept = this.repacked.get(id);
    if (kept) {
      return kept;
    }
    const files = await unpackChart(content, place);
    const archive = await packChart('chart', files);
    this.repacked.set(id, { archive, files, id });
    return { archive, files, id };
  }

  private async fetch(
    { repository, ...reference }: ChartReference,
    { permits, signal }: ChartOptions,
  ): Promise<FetchedChart> {
    const url = chartRepositoryUrl(repository);
    if (url && !permits?.(url)) {
      throw cannotPreview(
        { id: 'chartsNotPermitted', parameters: { repository: url } },
        NotAllowedError,
      );
    }
    return this.charts.fetch(
      { repository, name: reference.name, version: reference.version },
      { signal },
    );
  }
}

/** An archive, what is in it, and what tells it from others. */
interface PackedChart {
  archive: Buffer;
  files: ChartFiles;
  id: string;
}

interface PlacedChart {
  added: AddedFile[];
  /** What is in the archive that is added. */
  unpacked?: AddedFile[];
}

function archived(
  place: string,
  { archive, files, id }: PackedChart,
): PlacedChart {
  return {
    added: [{ path: place, id, content: archive, replaces: true }],
    unpacked: filesAt(place.replace(/\.tgz$/, ''), files, id),
  };
}

function filesAt(
  directory: string,
  files: ReadonlyMap<string, Buffer>,
  id: string,
): AddedFile[] {
  return Array.from(files, ([path, content]) => ({
    path: posix.join(directory, path),
    id,
    content,
  }));
}

/** What is checked of a chart in the repository is checked of this one. */
async function check(chart: FetchedChart, directory: string) {
  const tree = chartTree(chart, directory);
  const selected = new SelectedFiles(tree);
  await selected.addChart(directory);
  await selected.refuseFunctions();
  return { tree, paths: selected.paths };
}
