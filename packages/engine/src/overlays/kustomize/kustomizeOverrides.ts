import { KustomizeSourceOptions } from '../../targets/applications/DeliveryTarget';
import { BuildEnvironment } from '../sources/BuildEnvironment';
import { cannotPreview } from '../../cannotPreview';

/**
 * Arguments of the `kustomize edit` runs by which Argo CD changes a kustomization, in its order (v3.6 util/kustomize
 * kustomize.Build). Patches and components come after these.
 *
 * @throws InputError for what could be taken for an option of kustomize
 */
export function kustomizeEdits(
  options: KustomizeSourceOptions,
  environment: BuildEnvironment,
): string[][] {
  const edits: string[][] = [];
  const add = (what: string[], values: string[]) => {
    if (values.length > 0) {
      values.forEach(value => checkArgument(what, value));
      edits.push(['edit', ...what, ...values]);
    }
  };
  const afterDashes = (what: string[], value: string | undefined) => {
    if (value) {
      checkText(what, value);
      edits.push(['edit', ...what, '--', value]);
    }
  };
  afterDashes(['set', 'nameprefix'], options.namePrefix);
  afterDashes(['set', 'namesuffix'], options.nameSuffix);
  add(
    ['set', 'image'],
    options.images.map(image => environment.substitute(image)),
  );
  add(
    ['set', 'replicas'],
    options.replicas.map(({ count, name }) => `${name}=${wholeNumber(count)}`),
  );
  add(
    [
      ...['add', 'label'],
      ...(options.forceCommonLabels ? ['--force'] : []),
      ...(options.labelWithoutSelector ? ['--without-selector'] : []),
      ...(options.labelIncludeTemplates ? ['--include-templates'] : []),
    ],
    Object.entries(options.commonLabels).map(
      ([name, value]) => `${name}:${environment.substitute(value)}`,
    ),
  );
  add(
    [
      ...['add', 'annotation'],
      ...(options.forceCommonAnnotations ? ['--force'] : []),
    ],
    Object.entries(options.commonAnnotations).map(
      ([name, value]) =>
        `${name}:${
          options.commonAnnotationsEnvsubst
            ? environment.substitute(value)
            : value
        }`,
    ),
  );
  afterDashes(['set', 'namespace'], options.namespace);
  return edits;
}

function wholeNumber(count: number | string): number {
  if (!/^[+-]?\d+$/.test(String(count))) {
    throw cannotPreview({
      id: 'replicasInvalid',
      parameters: { replicas: String(count) },
    });
  }
  return Number(count);
}

function checkArgument(what: string[], value: string): void {
  if (value.startsWith('-')) {
    throw cannotPreview({
      id: 'takenForOption',
      parameters: { value, command: commandOf(what) },
    });
  }
  checkText(what, value);
}

function checkText(what: string[], value: string): void {
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0b-\x1f\x7f]/.test(value)) {
    throw cannotPreview({
      id: 'controlCharacters',
      parameters: { command: commandOf(what) },
    });
  }
}

function commandOf(what: string[]): string {
  return `kustomize edit ${what.join(' ')}`;
}
