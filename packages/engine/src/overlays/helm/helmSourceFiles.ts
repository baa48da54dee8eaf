import { InputError } from '@backstage/errors';
import { readMapping } from '../../targets/applications/readMapping';
import { OverriddenSource } from '../../targets/applications/sourceOverrides';
import { BuildEnvironment } from '../sources/BuildEnvironment';
import { cannotPreview } from '../../cannotPreview';
import { parameterValues, parseInline } from '../sources/inlineValues';
import { HelmRendering, SourceFile, ValuesLayer } from '../sources/Overlay';
import { repositoryPath } from '../../git/trees/repositoryPath';
import { SelectedFiles } from '../files/SelectedFiles';
import { ValueFile, valueFile } from './valueFiles';

/** A file of another source's repository, as the source refers to it. */
export interface RefFile {
  ref: string;
  /** From that repository's root, the build environment substituted. */
  reference: string;
}

/** A Helm source, as far as its own repository tells. */
export interface HelmSelection {
  /** Entries of `valueFiles`, in their order. */
  valueFiles: (RefFile | { file: ValueFile })[];
  ignoreMissing: boolean;
  fileParameters: { name: string; file: SourceFile | RefFile }[];
  rendering: Omit<HelmRendering, 'valueFiles' | 'setFile'>;
  /** Above the values files, in rising precedence; fileParameters are above these. */
  inline: ValuesLayer[];
  /** What of the source owns the field, see {@link OverriddenSource}. */
  ownerOfFileParameters: string;
}

/** Names by which a source may refer to others. */
export interface KnownRefs {
  names: ReadonlySet<string>;
  /** Whether the Application has `spec.sources`: then what begins with a `$` is always a reference. */
  severalSources: boolean;
}

/**
 * Selects what a Helm source reads besides its chart (argo-cd v3.6 reposerver/repository helmTemplate).
 *
 * @throws InputError where something is not rendered, and why
 */
export async function helmSourceFiles(
  selected: SelectedFiles,
  directory: string,
  options: {
    overridden: OverriddenSource;
    environment: BuildEnvironment;
    refs: KnownRefs;
  },
): Promise<HelmSelection> {
  const { environment, overridden, refs } = options;
  const { helm } = overridden.source;
  const valueFiles: HelmSelection['valueFiles'] = [];
  for (const written of helm?.valueFiles ?? []) {
    const fromRef = refFile(written, environment, refs);
    valueFiles.push(
      fromRef ?? {
        file: await valueFile(selected, directory, {
          reference: environment.substitute(written),
          owner: overridden.ownerOf('helm.valueFiles'),
        }),
      },
    );
  }
  const ownerOfFileParameters = overridden.ownerOf('helm.fileParameters');
  const fileParameters: HelmSelection['fileParameters'] = [];
  for (const { name, path } of unique(helm?.fileParameters ?? [])) {
    if (/[=,{}[\]]/.test(name)) {
      // Helm would read whatever file such a name says.
      throw cannotPreview({
        id: 'fileParameterNotPlain',
        parameters: { name },
      });
    }
    fileParameters.push({
      name,
      file: refFile(path, environment, refs) ?? {
        path: await selected.addFile(
          repositoryPath(directory, environment.substitute(path), {
            field: `helm.fileParameters (${name})`,
            owner: ownerOfFileParameters,
            rooted: true,
            unseen: true,
          }),
        ),
      },
    });
  }
  const substituted = (helm?.parameters ?? []).map(parameter => ({
    ...parameter,
    value: environment.substitute(parameter.value),
  }));
  const set = unique(substituted.filter(each => !each.forceString));
  const setString = unique(substituted.filter(each => each.forceString));
  return {
    valueFiles,
    ignoreMissing: helm?.ignoreMissingValueFiles ?? false,
    fileParameters,
    rendering: {
      releaseName: helm?.releaseName,
      namespace: helm?.namespace,
      kubeVersion: helm?.kubeVersion,
      apiVersions: helm?.apiVersions ?? [],
      values: helm?.valuesObject
        ? JSON.stringify(helm.valuesObject)
        : helm?.values,
      set: set.map(({ name, value }) => ({ name, value })),
      setString: setString.map(({ name, value }) => ({ name, value })),
      skipCrds: helm?.skipCrds ?? false,
      skipTests: helm?.skipTests ?? false,
      skipSchemaValidation: helm?.skipSchemaValidation ?? false,
    },
    inline: [
      ...inlineValues(overridden),
      ...[...set, ...setString].map(
        (parameter): ValuesLayer => ({
          kind: 'inline',
          field: `helm.parameters (${parameter.name})`,
          owner: overridden.ownerOf('helm.parameters'),
          values: parameterValues(parameter),
        }),
      ),
    ],
    ownerOfFileParameters,
  };
}

/** What an encrypted values file sets: SOPS leaves keys as they are. Nothing is known of a file that is not readable. */
export function encryptedValues(
  text: string | undefined,
): Record<string, unknown> {
  try {
    return readMapping(text ?? '', 'values');
  } catch (error) {
    if (error instanceof InputError) {
      return {};
    }
    throw error;
  }
}

/** A file that a source refers to in another one; `undefined` for one of its own. */
function refFile(
  written: string,
  environment: BuildEnvironment,
  { names, severalSources }: KnownRefs,
): RefFile | undefined {
  if (!written.startsWith('$')) {
    return undefined;
  }
  const [first, ...rest] = written.split('/');
  const ref = first.slice(1);
  if (names.has(ref)) {
    return { ref, reference: environment.substitute(`/${rest.join('/')}`) };
  }
  if (severalSources) {
    throw cannotPreview(
      names.size > 0
        ? {
            id: 'refUnknown',
            parameters: {
              reference: written,
              ref,
              refs: Array.from(names, name => `$${name}`),
            },
          }
        : { id: 'refsMissing', parameters: { reference: written, ref } },
    );
  }
  return undefined;
}

/** `valuesObject`, or else `values`. */
function inlineValues({ ownerOf, source }: OverriddenSource): ValuesLayer[] {
  const { values, valuesObject } = source.helm ?? {};
  if (valuesObject) {
    const field = 'helm.valuesObject';
    const owner = ownerOf(field);
    return [{ kind: 'inline', field, owner, values: valuesObject }];
  }
  if (values) {
    const field = 'helm.values';
    const owner = ownerOf(field);
    return [
      {
        kind: 'inline',
        field,
        owner,
        values: parseInline(values, `${owner}: ${field}`),
      },
    ];
  }
  return [];
}

/** One a name, the last of each. */
function unique<T extends { name: string }>(all: T[]): T[] {
  return Array.from(new Map(all.map(each => [each.name, each])).values());
}
