import { cannotPreview, ReasonContent } from '../cannotPreview';
import { WantedChart } from '../charts/WantedChart';
import { Layout } from '../git/trees/Layout';
import { DeliverySource } from '../targets/applications/DeliveryTarget';
import {
  encryptedValues,
  HelmSelection,
  RefFile,
} from './helm/helmSourceFiles';
import { orderValueFiles } from './helm/valueFiles';
import { holderOf } from './LaidOutSource';
import { RefLayouts } from './refLayouts';
import { parameterValues } from './sources/inlineValues';
import {
  Overlay,
  OverlayChart,
  SourceFile,
  ValuesLayer,
} from './sources/Overlay';

/**
 * A Helm source as an overlay, when all files that it names are laid out.
 *
 * @throws InputError "Cannot preview: ..."
 */
export function helmOverlay(
  found: {
    chart: Omit<OverlayChart, 'layers'>;
    wanted: WantedChart[];
    selection: HelmSelection;
    notRendered: ReasonContent[];
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
        ({ reference }): ReasonContent => ({
          id: 'valuesEncrypted',
          parameters: { file: reference },
        }),
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
              owner: path ?? reference,
              values: encryptedValues(path && textOf({ ref, path })),
            }),
          ),
          ...selection.inline,
          ...setFile.map(
            ({ file, name }): ValuesLayer => ({
              kind: 'inline',
              field: `helm.fileParameters (${name})`,
              owner: selection.ownerOfFileParameters,
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
    throw cannotPreview({
      id: 'refFileMissing',
      parameters: { file: reference, ref },
    });
  }
  return { ref, path: file.path };
}
