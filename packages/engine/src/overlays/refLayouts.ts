import { cannotPreview, ReasonContent } from '../cannotPreview';
import { Repositories, Selection } from '../git/trees/Repositories';
import { normalizeGitUrl } from '../targets/access/patterns/repositoryUrl';
import { sourceName } from '../targets/applications/deliverySource';
import { DeliverySource } from '../targets/applications/DeliveryTarget';
import { SelectedFiles } from './files/SelectedFiles';
import { HelmSelection, RefFile } from './helm/helmSourceFiles';
import { ValueFile, valueFile } from './helm/valueFiles';
import { SourceLayout } from './LaidOutSource';

/** The sources that a source refers to, and what its files are there, by the name it refers to them by. */
export type RefLayouts = ReadonlyMap<
  string,
  SourceLayout & { found: ReadonlyMap<string, ValueFile> }
>;

/**
 * Lays out, of the sources that a source refers to, the files that it names.
 *
 * @throws InputError "Cannot preview: ..."
 */
export async function layOutRefs(
  selection: HelmSelection,
  {
    refSources,
    repositories,
    signal,
  }: {
    refSources: readonly DeliverySource[];
    repositories: Repositories;
    signal?: AbortSignal;
  },
): Promise<RefLayouts> {
  const references = new Map<string, Set<string>>();
  for (const { ref, reference } of refFiles(selection)) {
    const known = references.get(ref) ?? new Set();
    references.set(ref, known.add(reference));
  }
  return new Map(
    await Promise.all(
      Array.from(references, async ([ref, files]) => {
        const refSource = refSources.find(each => each.ref === ref)!;
        if (refSource.written?.chart) {
          throw cannotPreview({ id: 'refOfChart', parameters: { ref } });
        }
        if (refSource.unreadable) {
          throw cannotPreview(refSource.unreadable);
        }
        const { found, layout } = await repositories.layOut(
          refSource,
          selectRefFiles(Array.from(files), `$${ref}`),
          { signal },
        );
        return [ref, { source: refSource, layout, found }] as const;
      }),
    ),
  );
}

function refFiles(selection: HelmSelection): RefFile[] {
  return [
    ...selection.valueFiles,
    ...selection.fileParameters.map(({ file }) => file),
  ].filter((each): each is RefFile => 'reference' in each);
}

function selectRefFiles(
  references: string[],
  owner: string,
): Selection<ReadonlyMap<string, ValueFile>> {
  return {
    key: JSON.stringify(['ref files', references]),
    select: async tree => {
      const selected = new SelectedFiles(tree);
      const found = new Map<string, ValueFile>();
      for (const reference of references) {
        found.set(
          reference,
          await valueFile(selected, '.', { reference, owner }),
        );
      }
      await selected.addLinkTargets();
      return { paths: selected.paths, found };
    },
  };
}

/**
 * What of these is at different commits of one repository.
 *
 * Argo CD has one checkout of a repository for all sources, and tells repositories apart by their normalized URLs (v3.6
 * reposerver/repository runManifestGenAsync, util/git NormalizeGitURL).
 */
export function differentCommit(
  main: SourceLayout,
  refLayouts: RefLayouts,
): { sameRevision: boolean; because: ReasonContent } | undefined {
  const read = [
    { name: sourceName(main.source), ...main },
    ...Array.from(refLayouts, ([ref, refSource]) => ({
      name: `$${ref}`,
      ...refSource,
    })),
  ];
  for (const [index, one] of read.entries()) {
    const other = read
      .slice(index + 1)
      .find(
        each =>
          normalizeGitUrl(each.source.repository) ===
            normalizeGitUrl(one.source.repository) &&
          each.layout.commit !== one.layout.commit,
      );
    if (other) {
      return {
        sameRevision: one.source.revision === other.source.revision,
        because: {
          id: 'commitsDiffer',
          parameters: {
            one: one.name,
            other: other.name,
            revision: one.source.revision,
            otherRevision: other.source.revision,
          },
        },
      };
    }
  }
  return undefined;
}
