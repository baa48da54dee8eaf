import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { dump } from 'js-yaml';
import pLimit, { Limit } from 'p-limit';
import { z } from 'zod';
import { ProcessError, runProcess } from '../processes/runProcess';
import { cannotPreview } from '../repositories/cannotPreview';
import { helmArgument } from '../repositories/kustomization';
import { Layout } from '../repositories/Layout';
import { Overlay } from '../repositories/overlayFiles';
import { DeliverySource, HelmSourceOptions } from '../targets/DeliveryTarget';
import { Manifest, parseManifests } from './manifests';
import { FoundTools } from './RenderTools';

const TIMEOUT = 60_000;
const OUTPUT_LIMIT = 10 * 1024 * 1024;
const KEPT_MESSAGE = 2_000;

/** Discard: nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/** One source of a delivery target, laid out. */
export interface LaidOutSource {
  source: DeliverySource;
  overlay: Overlay;
  layout: Layout;
}

export interface RenderRequest extends LaidOutSource {
  /** New texts of files of the layout, by path from the repository's root. */
  edits: ReadonlyMap<string, string>;
  /** Name of the Application, which a Helm release is called unless the source says otherwise. */
  releaseName: string;
  /** Namespace of the destination. */
  namespace: string | undefined;
}

/**
 * Renders a source as Argo CD does (v3.6 reposerver/repository, util/helm, util/kustomize), on files of our own choice:
 * without network, credentials, plugins or the machine's configuration.
 */
export class Renderer {
  static create(options: { concurrency: number }): Renderer {
    return new Renderer(pLimit(options.concurrency));
  }

  private constructor(private readonly limit: Limit) {}

  /**
   * @throws InputError where it does not render; the message is the tool's own
   * @throws ServiceUnavailableError where the tool cannot be run
   */
  async render(
    request: RenderRequest,
    tools: FoundTools,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Manifest[]> {
    return this.limit(async () => {
      signal?.throwIfAborted();
      const directory = await mkdtemp(join(tmpdir(), 'progressive-delivery-'));
      try {
        const checkout = join(directory, 'repository');
        await mkdir(checkout);
        await request.layout.writeTo(checkout, request.edits);
        const { command, args } =
          request.overlay.kind === 'kustomize'
            ? kustomizeCommand(request, tools, checkout)
            : await helmCommand(request, tools, { checkout, directory });
        const output = await runTool(command, args, { directory, signal });
        return parseManifests(output.toString('utf8'));
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    });
  }
}

function kustomizeCommand(
  { source }: RenderRequest,
  { helm, kustomize, profile }: FoundTools,
  checkout: string,
) {
  return {
    command: kustomize,
    args: [
      ...['build', join(checkout, source.path)],
      ...['--enable-helm', '--helm-command', helm],
      ...(profile.kubeVersion
        ? ['--helm-kube-version', profile.kubeVersion]
        : []),
      ...profile.apiVersions.flatMap(version => [
        '--helm-api-versions',
        version,
      ]),
    ],
  };
}

async function helmCommand(
  { namespace, overlay, releaseName, source }: RenderRequest,
  { helm, profile }: FoundTools,
  { checkout, directory }: { checkout: string; directory: string },
) {
  const options = source.helm;
  const inline = await writeInlineValues(options, directory);
  const kubeVersion = options?.kubeVersion ?? profile.kubeVersion;
  const apiVersions =
    options && options.apiVersions.length > 0
      ? options.apiVersions
      : profile.apiVersions;
  const targetNamespace = options?.namespace ?? namespace;
  return {
    command: helm,
    args: [
      ...['template', join(checkout, source.path)],
      ...[
        '--name-template',
        argument(
          helmArgument.release,
          options?.releaseName ?? releaseName,
          'releaseName',
        ),
      ],
      ...(targetNamespace
        ? [
            '--namespace',
            argument(helmArgument.namespace, targetNamespace, 'namespace'),
          ]
        : []),
      ...(kubeVersion
        ? [
            '--kube-version',
            argument(helmArgument.version, kubeVersion, 'kubeVersion'),
          ]
        : []),
      ...(options?.parameters ?? []).flatMap(parameterArguments),
      ...overlay.valueFiles.flatMap(path => ['--values', join(checkout, path)]),
      ...(inline ? ['--values', inline] : []),
      ...apiVersions.flatMap(version => [
        '--api-versions',
        argument(helmArgument.apiVersion, version, 'apiVersions'),
      ]),
      ...(options?.skipCrds ? [] : ['--include-crds']),
    ],
  };
}

/** `values` or `valuesObject` of the Application, which win over all values files. */
async function writeInlineValues(
  options: HelmSourceOptions | undefined,
  directory: string,
): Promise<string | undefined> {
  const text = options?.valuesObject
    ? dump(options.valuesObject)
    : options?.values;
  if (!text) {
    return undefined;
  }
  const file = join(directory, 'inline-values.yaml');
  await writeFile(file, text);
  return file;
}

/** As Argo CD does (v3.6 util/helm/cmd.go cleanSetParameters): a comma that is not escaped would begin another one. */
function parameterArguments({
  name,
  value,
  forceString,
}: HelmSourceOptions['parameters'][number]): string[] {
  if (/\$\{?ARGOCD_/.test(value)) {
    throw cannotPreview(
      `the parameter ${name} refers to Argo CD's build environment`,
    );
  }
  return [
    forceString ? '--set-string' : '--set',
    `${name}=${value.replace(/(^|[^\\]),/g, '$1\\,')}`,
  ];
}

/** @throws InputError for what could be taken for an option of helm */
function argument(
  schema: z.ZodType<string>,
  value: string,
  field: string,
): string {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw cannotPreview(
      `${field} ${JSON.stringify(value)} ${parsed.error.issues[0].message}`,
    );
  }
  return parsed.data;
}

async function runTool(
  command: string,
  args: string[],
  { directory, signal }: { directory: string; signal?: AbortSignal },
): Promise<Buffer> {
  const home = join(directory, 'home');
  const empty = join(directory, 'empty');
  const temporary = join(directory, 'tmp');
  for (const folder of [home, empty, temporary]) {
    await mkdir(folder);
  }
  try {
    return await runProcess({
      command,
      args,
      directory,
      env: {
        HOME: home,
        TMPDIR: temporary,
        XDG_CACHE_HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        PATH: empty,
        HELM_PLUGINS: empty,
        KUBECONFIG: join(empty, 'none'),
        // Rendering contacts nobody: fetching is a phase of its own.
        HTTP_PROXY: NOWHERE,
        HTTPS_PROXY: NOWHERE,
        GIT_ALLOW_PROTOCOL: 'none',
      },
      timeout: TIMEOUT,
      outputLimit: OUTPUT_LIMIT,
      signal,
    });
  } catch (error) {
    throw error instanceof ProcessError ? renderError(error, directory) : error;
  }
}

function renderError(error: ProcessError, directory: string): Error {
  const { reason, stderr } = error;
  switch (reason.kind) {
    case 'exit':
      return new InputError(
        `The overlay does not render: ${
          said(stderr, directory) || error.message
        }`,
      );
    case 'timeout':
    case 'output':
      return new InputError(`The overlay does not render: ${error.message}`);
    case 'spawn':
      return new ServiceUnavailableError(error.message);
    case 'aborted':
      return error;
    default:
      return reason satisfies never;
  }
}

/** The tool's own message, with paths as the repository has them. */
function said(stderr: string, directory: string): string {
  return stderr
    .replaceAll(join(directory, 'repository', '/'), '')
    .replaceAll(directory, '')
    .trim()
    .slice(0, KEPT_MESSAGE);
}
