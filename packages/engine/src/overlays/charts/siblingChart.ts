import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';
import { Layout } from '../../git/trees/Layout';
import {
  ChartFiles,
  packChart,
  unpackChart,
} from '../../charts/archives/chartArchive';
import { pickVersion } from '../../charts/repositories/pickVersion';

const metadataSchema = z.object({ name: z.string(), version: z.string() });

/** What `helm create` writes into .helmignore, as a regular expression. */
const USUALLY_IGNORED =
  /(^|\/)(\.(git|bzr|hg|svn|idea|vscode)\/|(\.DS_Store|\.gitignore|\.bzrignore|\.hgignore|\.project|[^/]*\.(swp|bak|tmp|orig|tmproj)|[^/]*~)$)/;
const USUAL_RULES = new Set(
  '.DS_Store .git/ .gitignore .bzr/ .bzrignore .hg/ .hgignore .svn/ *.swp *.bak *.tmp *.orig *~ .project .idea/ *.tmproj .vscode/'.split(
    ' ',
  ),
);

/**
 * Packs a chart of the same repository as a dependency (helm v4.3 pkg/downloader tarFromLocalDir).
 *
 * @throws InputError where it is not of the version that is wanted, or we cannot pack it as helm would
 */
export async function packSibling(
  layout: Layout,
  wanted: { directory: string; name: string; version: string },
): Promise<{ files: ChartFiles; archive: Buffer }> {
  const { directory, name, version } = wanted;
  const all = filesBelow(layout, directory);
  const metadata = metadataSchema.safeParse(
    readYaml(
      all.get('Chart.yaml')?.toString('utf8') ?? '',
      `${directory}/Chart.yaml`,
    ),
  );
  if (
    !metadata.success ||
    metadata.data.name !== name ||
    !pickVersion([metadata.data.version], version)
  ) {
    throw cannotPreview({
      id: 'siblingDiffers',
      parameters: { directory, chart: name, version },
    });
  }
  const ignores = all.get('.helmignore')?.toString('utf8');
  const unusual = findUnusualRule(ignores ?? '');
  if (unusual !== undefined) {
    throw cannotPreview({
      id: 'helmIgnoreNotFollowed',
      parameters: { directory, rule: unusual },
    });
  }
  const kept = new Map(
    Array.from(all).filter(
      ([path]) =>
        !/^templates\/\.[^/]/.test(path) &&
        !(ignores !== undefined && USUALLY_IGNORED.test(path)),
    ),
  );
  // Archives in it are unpacked by this, so that nothing is in them that was not checked.
  const files = await unpackChart(await packChart(name, kept), directory);
  return { files, archive: await packChart(name, files) };
}

/** The first rule of a .helmignore that `helm create` does not write. */
export function findUnusualRule(ignores: string): string | undefined {
  return ignores
    .split('\n')
    .map(line => line.trim())
    .find(line => line && !line.startsWith('#') && !USUAL_RULES.has(line));
}

/** The files of a directory, by path from it. */
function filesBelow(layout: Layout, directory: string): Map<string, Buffer> {
  const start = directory === '.' ? '' : `${directory}/`;
  return new Map(
    Array.from(layout.files.keys())
      .filter(path => path.startsWith(start))
      .map(path => [
        path.slice(start.length),
        layout.read(layout.follow(path)),
      ]),
  );
}
