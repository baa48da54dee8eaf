import { posix } from 'node:path';
import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';
import { helmArgument } from '../kustomize/kustomization';
import { repositoryPath } from '../../git/trees/repositoryPath';
import { followLinksBelow } from '../../git/trees/followLinks';
import { RepositoryTree } from '../../git/trees/RepositoryTree';
import {
  ChartDependency,
  dependencySchema,
  lockDigest,
} from '../../charts/lockDigest';
import { isVersion } from '../../charts/repositories/pickVersion';

const MEBIBYTE = 1024 * 1024;

const chartSchema = z.object({
  dependencies: z.array(dependencySchema).nullish(),
});

const lockSchema = z.object({
  digest: z.string(),
  dependencies: z.array(dependencySchema).nullish(),
});

/** A dependency of a chart that is not in its `charts/`, at the exact version that Chart.lock says. */
export type LockedDependency = { name: string; version: string } & (
  | { from: 'repository'; repository: string }
  /** A chart elsewhere in the same Git repository, by its directory. */
  | { from: 'sibling'; directory: string }
);

/**
 * What `helm dependency build` would fetch for a chart (v4.3 pkg/downloader Manager.Build), which Argo CD runs where
 * dependencies are missing; nothing where all are there. It is never run here: it writes through links
 * (CVE-2025-53547) and contacts whom the chart says.
 *
 * @param packed - names of charts that are in `charts/` as archives
 * @throws InputError where it cannot be said, and why
 */
export async function lockedDependencies(
  tree: RepositoryTree,
  chart: string,
  packed: ReadonlySet<string> = new Set(),
): Promise<LockedDependency[]> {
  const followed = await followLinksBelow(tree, chart);
  const wanted = await readDependencies(followed, chart);
  const isThere = ({ name }: ChartDependency) =>
    packed.has(name) ||
    followed.below(posix.join(chart, 'charts', name)).length > 0;
  if (wanted.every(isThere)) {
    return [];
  }
  const locked = await readLock(tree, chart, wanted);
  const missing = locked.filter(({ repository }) => repository !== '');
  const both = missing.find(isThere);
  if (both) {
    throw cannotPreview({
      id: 'dependencyFetchedBeside',
      parameters: { chart: both.name, directory: posix.join(chart, 'charts') },
    });
  }
  const lost = locked.find(each => each.repository === '' && !isThere(each));
  if (lost) {
    throw cannotPreview({
      id: 'dependencyWithoutRepository',
      parameters: { chart: lost.name, directory: posix.join(chart, 'charts') },
    });
  }
  // One chart by several aliases is one archive.
  const found = new Map(
    missing.map(each => {
      const dependency = locate(each, chart);
      return [JSON.stringify(dependency), dependency];
    }),
  );
  return Array.from(found.values());
}

function locate(
  { name, repository, version }: ChartDependency,
  chart: string,
): LockedDependency {
  if (
    !helmArgument.chart.safeParse(name).success ||
    !helmArgument.version.safeParse(version).success ||
    !isVersion(version)
  ) {
    throw cannotPreview({
      id: 'dependencyNotPlain',
      parameters: { chart: name, directory: chart, version },
    });
  }
  if (/^(@|alias:)/.test(repository)) {
    throw cannotPreview({
      id: 'dependencyRepositoryAlias',
      parameters: { chart: name, directory: chart, repository },
    });
  }
  if (repository.startsWith('file://')) {
    const directory = repositoryPath(
      chart,
      repository.slice('file://'.length),
      {
        field: `dependencies (${name}).repository`,
        owner: posix.join(chart, 'Chart.lock'),
      },
    );
    return { name, version, from: 'sibling', directory };
  }
  return { name, version, from: 'repository', repository };
}

async function readDependencies(
  tree: RepositoryTree,
  chart: string,
): Promise<ChartDependency[]> {
  const path = posix.join(chart, 'Chart.yaml');
  const parsed = chartSchema.safeParse(await read(tree, path));
  if (!parsed.success) {
    throw cannotPreview({ id: 'chartInvalid', parameters: { file: path } });
  }
  return parsed.data.dependencies ?? [];
}

async function readLock(
  tree: RepositoryTree,
  chart: string,
  wanted: ChartDependency[],
): Promise<ChartDependency[]> {
  const path = posix.join(chart, 'Chart.lock');
  if (!tree.entries.has(path)) {
    throw cannotPreview({
      id: 'dependenciesNotLocked',
      parameters: { directory: chart, file: path },
    });
  }
  if (tree.entries.get(path)?.mode === '120000') {
    throw cannotPreview({ id: 'isLink', parameters: { file: path } });
  }
  const lock = lockSchema.safeParse(await read(tree, path));
  if (!lock.success) {
    throw cannotPreview({ id: 'lockInvalid', parameters: { file: path } });
  }
  const locked = lock.data.dependencies ?? [];
  if (lockDigest(wanted, locked) !== lock.data.digest) {
    throw cannotPreview({ id: 'lockOutdated', parameters: { file: path } });
  }
  return locked;
}

async function read(tree: RepositoryTree, path: string): Promise<unknown> {
  const content = (await tree.read([path])).get(path);
  if (!content) {
    throw cannotPreview({ id: 'fileMissing', parameters: { file: path } });
  }
  if (content.length > MEBIBYTE) {
    throw cannotPreview({
      id: 'fileTooLarge',
      parameters: { file: path, mebibytes: 1 },
    });
  }
  return readYaml(content.toString('utf8'), path, { uniqueKeys: true }) ?? {};
}
