import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { ProcessError, runProcess } from '../../processes/runProcess';
import { toolEnvironment } from '../../processes/toolEnvironment';
import { RenderLimits } from '../../RenderLimits';
import { cannotPreview } from '../../cannotPreview';
import { Layout } from '../../git/trees/Layout';
import { LaidOutSource } from '../../overlays/LaidOutSource';
import { ManifestReader } from '../manifests/ManifestReader';
import { Manifest } from '../manifests/manifests';
import { readManifests } from '../manifests/readManifests';
import { maskToolMessage } from '../secrets/maskToolMessage';
import { FairLimit } from './FairLimit';
import { FileEdit, RenderCheckout } from './RenderCheckout';
import { RenderError } from './RenderError';
import { renderChart, ValueProbe } from './renderChart';
import { renderKustomization } from './renderKustomization';
import { FoundTools } from './RenderTools';
import { systemLimits } from './systemLimits';
import { toolMessage } from './toolMessage';
import { ToolInvocation } from './ToolInvocation';

const MEBIBYTE = 1024 * 1024;

export interface RenderRequest extends LaidOutSource {
  /** Whom it is for: renderings take turns between these. */
  queue: string;
  /** New texts of files, of all repositories. */
  edits: readonly FileEdit[];
  /** A value that wins over all others; Helm sources only. */
  probe?: ValueProbe;
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
  static create(options: {
    concurrency: number;
    limits: RenderLimits;
  }): Renderer {
    return new Renderer(FairLimit.create(options), options.limits);
  }

  private readonly reader: ManifestReader;

  private constructor(
    private readonly limit: FairLimit,
    private readonly limits: RenderLimits,
  ) {
    this.reader = ManifestReader.create({ mostObjects: limits.objects });
  }

  /**
   * @throws {@link RenderError} where it does not render; the message is the tool's own, masked
   * @throws InputError where it is not rendered, or what it renders to cannot be read
   * @throws ServiceUnavailableError where the tool cannot be run
   */
  async render(
    request: RenderRequest,
    tools: FoundTools,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Manifest[]> {
    const [reason] = request.overlay.notRendered;
    if (reason) {
      throw cannotPreview(reason);
    }
    return this.limit.run(request.queue, async () => {
      signal?.throwIfAborted();
      // As tools say it, who follow links.
      const directory = await realpath(
        await mkdtemp(join(tmpdir(), 'progressive-delivery-')),
      );
      try {
        const checkout = await RenderCheckout.write(directory, request);
        const run = (invocation: ToolInvocation) =>
          runTool(invocation, {
            directory,
            written: checkout.writtenFiles,
            layouts: layoutsOf(request),
            limits: this.limits,
            prlimit: tools.prlimit,
            signal,
          });
        const { overlay } = request;
        switch (overlay.kind) {
          case 'kustomize':
            return await this.reader.read(
              await renderKustomization(overlay.kustomize, {
                checkout,
                tools,
                run,
              }),
              { file: 'kustomize build', signal },
            );
          case 'helm':
            return await this.reader.read(
              await renderChart(overlay.helm, {
                checkout,
                request,
                tools,
                run,
              }),
              { file: 'helm template', signal },
            );
          case 'directory':
            return await readManifests(overlay.manifests, request.layout, {
              reader: this.reader,
              signal,
            });
          default:
            return overlay satisfies never;
        }
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    });
  }
}

interface RunOptions {
  directory: string;
  /** As {@link RenderCheckout.writtenFiles} */
  written: ReadonlyMap<string, string>;
  /** Those whose files tools may name in what they say. */
  layouts: readonly Layout[];
  limits: RenderLimits;
  /** Path of the command that limits memory; absent where the machine has none. */
  prlimit: string | undefined;
  signal?: AbortSignal;
}

async function runTool(
  { args, command, environment = {}, workingDirectory }: ToolInvocation,
  { directory, layouts, limits, prlimit, signal, written }: RunOptions,
): Promise<Buffer> {
  const isolated = await toolEnvironment(directory);
  const [program, ...rest] = [
    ...systemLimits(limits, prlimit),
    command,
    ...args,
  ];
  try {
    return await runProcess({
      command: program,
      args: rest,
      directory: workingDirectory ?? directory,
      env: { ...environment, ...isolated },
      timeout: limits.seconds * 1000,
      outputLimit: limits.outputMebibytes * MEBIBYTE,
      signal,
    });
  } catch (error) {
    throw error instanceof ProcessError
      ? renderError(error, { command, directory, layouts, limits, written })
      : error;
  }
}

/** What the runtime of Go says when it is given no more memory. */
const OUT_OF_MEMORY =
  /^(fatal error: .*out of memory|fatal error: .*cannot allocate memory|runtime: out of memory)/m;

function renderError(
  error: ProcessError,
  options: {
    command: string;
    directory: string;
    layouts: readonly Layout[];
    limits: RenderLimits;
    written: ReadonlyMap<string, string>;
  },
): Error {
  const { reason, stderr } = error;
  const { command, layouts, limits } = options;
  const tool = basename(command);
  if (OUT_OF_MEMORY.test(stderr)) {
    return new RenderError('limit', {
      id: 'toolOutOfMemory',
      parameters: { tool, mebibytes: limits.memoryMebibytes },
    });
  }
  switch (reason.kind) {
    case 'exit':
      return new RenderError(
        reason.signal ? 'limit' : 'refused',
        maskToolMessage(toolMessage(stderr, options), layouts) ||
          (reason.signal
            ? { id: 'toolKilled', parameters: { tool, signal: reason.signal } }
            : {
                id: 'toolSilent',
                parameters: { tool, exitCode: reason.code ?? -1 },
              }),
      );
    case 'timeout':
      return new RenderError('limit', {
        id: 'toolTimedOut',
        parameters: { tool, seconds: limits.seconds },
      });
    case 'output':
      return new RenderError('refused', {
        id: 'toolPrintedTooMuch',
        parameters: { tool, mebibytes: limits.outputMebibytes },
      });
    case 'spawn':
      return cannotPreview(
        { id: 'toolNotStarted', parameters: { tool } },
        ServiceUnavailableError,
      );
    case 'aborted':
      return error;
    default:
      return reason satisfies never;
  }
}

function layoutsOf({ layout, refLayouts, unpacked }: LaidOutSource): Layout[] {
  return [
    layout,
    ...(unpacked ? [unpacked] : []),
    ...Array.from(refLayouts.values(), refSource => refSource.layout),
  ];
}
