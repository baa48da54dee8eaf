import {
  DeliverySource,
  DeliveryTarget,
} from '../targets/applications/DeliveryTarget';
import { BuildSubject } from './sources/BuildEnvironment';
import { cannotPreview } from '../cannotPreview';
import { normalizeGitUrl } from '../targets/access/patterns/repositoryUrl';
import { ChartLayouts } from './charts/ChartLayouts';
import { WantedChart } from '../charts/WantedChart';
import {
  encryptedValues,
  HelmSelection,
  RefFile,
} from './helm/helmSourceFiles';
import { parameterValues } from './sources/inlineValues';
import { Layout } from '../git/trees/Layout';
import {
  Overlay,
  OverlayChart,
  SourceFile,
  ValuesLayer,
} from './sources/Overlay';
import { overlayFiles } from './overlayFiles';
import { RepositoryService, Selection } from '../git/RepositoryService';
import { SelectedFiles } from './files/SelectedFiles';
import { orderValueFiles, ValueFile, valueFile } from './helm/valueFiles';

/** Moved on between two readings of the same repository; the next finds it at rest. */
const ATTEMPTS = 3;

/** One source of a delivery target, laid out. */
export interface LaidOutSource {
  source: DeliverySource;
  overlay: Overlay;
  layout: Layout;
  /** The same with archives of charts as directories; absent where there are none. */
  unpacked?: Layout;
  /** The other sources whose files it reads, by the name it refers to them by. */
  refLayouts: ReadonlyMap<string, SourceLayout>;
}

/** A source, and the files of it that are read. */
export interface SourceLayout {
  source: DeliverySource;
  layout: Layout;
}

export interface LayOutOptions {
  repositories: RepositoryService;
  charts: ChartLayouts;
  /** Whether charts may be fetched from a repository; absent where from none. */
  permitsCharts: DeliveryTarget['permitsCharts'];
  subject: BuildSubject;
  /** The Application's sources that have a `ref`. */
  refSources: readonly DeliverySource[];
  signal?: AbortSignal;
}

/** The source that a file of a source belongs to: itself, or the ref source that it is read from. */
export function holderOf(
  {
    layout,
    refLayouts,
    source,
  }: Pick<LaidOutSource, 'source' | 'layout' | 'refLayouts'>,
  { ref }: Pick<SourceFile, 'ref'>,
): SourceLayout {
  return (
    (ref === undefined ? undefined : refLayouts.get(ref)) ?? { source, layout }
  );
}

/**
 * Lays out a source, of the sources that it refers to the files that it names, and the charts that are in no Git
 * repository.
 *
 * @throws InputError "Cannot preview, because ..."
 * @throws NotFoundError, NotAllowedError where a repository cannot be read
 */
export async function layOutSource(
  source: DeliverySource,
  options: LayOutOptions,
): Promise<LaidOutSource> {
  const laidOut = await layOutFiles(source, options);
  const { layout, unpacked } = await options.charts.complete(
    laidOut.layout,
    laidOut.overlay.wanted,
    { permits: options.permitsCharts, signal: options.signal },
  );
  return { ...laidOut, layout, unpacked };
}

async function layOutFiles(
  source: DeliverySource,
  options: LayOutOptions,
): Promise<LaidOutSource> {
  const { charts, refSources, repositories, signal, subject } = options;
  const refs = new Set(refSources.flatMap(({ ref }) => (ref ? [ref] : [])));
  for (let attempt = 1; ; attempt++) {
    const selection = overlayFiles(source, { subject, refs });
    const { found, layout } = source.chart
      ? await charts.layOut(source.chart, selection, { signal })
      : await repositories.layOut(source, selection, { signal });
    if (found.kind === 'complete') {
      return { source, overlay: found.overlay, layout, refLayouts: new Map() };
    }
    const refLayouts = await layOutRefs(found.selection, options);
    const moved = differentCommit({ source, layout }, refLayouts);
    if (!moved) {
      return {
        source,
        layout,
        refLayouts,
        overlay: helmOverlay(found, { source, layout, refLayouts }),
      };
    }
    if (moved.sameRevision && attempt < ATTEMPTS) {
      repositories.refresh(source.repository);
    } else {
      throw cannotPreview(moved.because);
    }
  }
}

type RefLayouts = ReadonlyMap<
  string,
  SourceLayout & { found: ReadonlyMap<string, ValueFile> }
>;

async function layOutRefs(
  selection: HelmSelection,
  { refSources, repositories, signal }: LayOutOptions,
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
          throw cannotPreview(
            `$${ref} is a chart of a Helm repository, whose files Argo CD gives to no other source`,
          );
        }
        if (refSource.unreadable) {
          throw cannotPreview(`of $${ref}, ${refSource.unreadable}`);
        }
        const { found, layout } = await repositories.layOut(
          refSource,
          selectRefFiles(Array.from(files)),
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
): Selection<ReadonlyMap<string, ValueFile>> {
  return {
    key: JSON.stringify(['ref files', references]),
    select: async tree => {
      const selected = new SelectedFiles(tree);
      const found = new Map<string, ValueFile>();
      for (const reference of references) {
        found.set(reference, await valueFile(selected, '.', reference));
      }
      await selected.addLinkTargets();
      return { paths: selected.paths, found };
    },
  };
}

/**
 * Argo CD has one checkout of a repository for all sources, and tells repositories apart by their normalized URLs (v3.6
 * reposerver/repository runManifestGenAsync, util/git NormalizeGitURL).
 */
function differentCommit(
  main: SourceLayout,
  refLayouts: RefLayouts,
): { sameRevision: boolean; because: string } | undefined {
  const read = [
    { name: main.source.field ?? 'the source', ...main },
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
        because: `${one.name} and ${other.name} are different commits of the same repository (${one.source.revision} and ${other.source.revision}), which Argo CD refuses`,
      };
    }
  }
  return undefined;
}

function helmOverlay(
  found: {
    chart: Omit<OverlayChart, 'layers'>;
    wanted: WantedChart[];
    selection: HelmSelection;
    notRendered: string[];
  },
  laidOut: { source: DeliverySource; layout: Layout; refLayouts: RefLayouts },
): Overlay {
  const { selection } = found;
  const { refLayouts } = laidOut;
  const entries = selection.valueFiles.map(each =>
    'file' in each
      ? { file: each.file }
      : {
          ref: each.ref,
          file: refLayouts.get(each.ref)!.found.get(each.reference)!,
        },
  );
  const textOf = ({ path, ref }: SourceFile) =>
    holderOf(laidOut, { ref }).layout.read(path).toString('utf8');
  const files = orderValueFiles(entries, {
    ignoreMissing: selection.ignoreMissing,
    repositoryOf: ref => holderOf(laidOut, { ref }).layout.repository,
  });
  const setFile = selection.fileParameters.map(({ file, name }) => ({
    name,
    file: 'reference' in file ? refParameter(file, refLayouts) : file,
  }));
  const encrypted = entries.flatMap(({ file, ref }) =>
    file.kind === 'encrypted' ? [{ ...file, ref }] : [],
  );
  return {
    kind: 'helm',
    notRendered: [
      ...found.notRendered,
      ...encrypted.map(
        ({ reference }) =>
          `the values file ${JSON.stringify(
            reference,
          )} is decrypted by helm-secrets, with keys that only Argo CD has`,
      ),
    ],
    wanted: found.wanted,
    helm: { ...selection.rendering, valueFiles: files, setFile },
    charts: [
      {
        ...found.chart,
        layers: [
          ...files.map((file): ValuesLayer => ({ kind: 'file', ...file })),
          ...encrypted.map(
            ({ path, ref, reference }): ValuesLayer => ({
              kind: 'inline',
              field: `${path ?? reference} (encrypted)`,
              values: encryptedValues(path && textOf({ ref, path })),
            }),
          ),
          ...selection.inline,
          ...setFile.map(
            ({ file, name }): ValuesLayer => ({
              kind: 'inline',
              field: `helm.fileParameters (${name}) of ${selection.ownerOfFileParameters}`,
              values: parameterValues({
                name,
                value: textOf(file),
                forceString: true,
              }),
            }),
          ),
        ],
      },
    ],
  };
}

function refParameter(
  { ref, reference }: RefFile,
  refLayouts: RefLayouts,
): SourceFile {
  const file = refLayouts.get(ref)!.found.get(reference)!;
  if (file.kind !== 'file') {
    throw cannotPreview(
      `there is no file ${reference} in the repository of $${ref}`,
    );
  }
  return { ref, path: file.path };
}
