import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  ChartLayouts,
  chartRepositorySchema,
  ChartService,
  findCommand,
  problemOf,
  VariantService,
  WorkerPool,
} from '@progressive-delivery/engine';
import { exitCodes } from '../exitCodes';
import { fileProblem } from '../files/fileProblem';
import { FailOn, failOnChoices, failsOn } from '../preview/failOn';
import { FolderRepository } from '../preview/FolderRepository';
import { overlayTarget } from '../preview/overlayTarget';
import { previewSwitch } from '../preview/previewSwitch';
import { jsonReport } from '../preview/reports/jsonReport';
import { markdownReport } from '../preview/reports/markdownReport';
import { PreviewResult } from '../preview/reports/Report';
import { textReport } from '../preview/reports/textReport';
import { WrongCallError } from '../preview/WrongCallError';
import { abortOnSignals } from '../signals/abortOnSignals';
import { printMessage, printResult } from '../terminal/printing';

const reports = {
  text: textReport,
  markdown: markdownReport,
  json: jsonReport,
};

type ChartRepository = ReturnType<typeof chartRepositorySchema.parse>;

interface PreviewArguments {
  switch?: string;
  on?: true;
  off?: true;
  values: string[];
  release?: string;
  namespace?: string;
  kubeVersion?: string;
  apiVersions: string[];
  allowRepository: ChartRepository[];
  helm: string;
  kustomize: string;
  showValues?: true;
  format: keyof typeof reports;
  output?: string;
  failOn: FailOn;
}

export function registerPreviewCommand(program: Command): void {
  program
    .command('preview')
    .description(
      'Show what a switch changes in what an overlay renders, and what would go wrong with it as far as that can be told without a cluster',
    )
    .argument(
      '<overlay>',
      'folder of a kustomization with charts, or of a chart',
    )
    .option(
      '--switch <path>',
      'values path of the switch; default: the only one',
    )
    .addOption(
      new Option(
        '--on',
        'what turning it on does; if it already is, what that has done',
      ).conflicts('off'),
    )
    .option(
      '--off',
      'the same for off; default: the opposite of the current state',
    )
    .option('--values <file...>', "a chart's values files, in their order", [])
    .option(
      '--release <name>',
      "name of a chart's release; default: its folder's",
    )
    .option('--namespace <name>', 'where it is delivered to')
    .option(
      '--kube-version <version>',
      'what .Capabilities.KubeVersion says; default: what Helm has built in',
      readKubeVersion,
    )
    .option(
      '--api-versions <version...>',
      'what .Capabilities.APIVersions has besides what Helm has built in',
      [],
    )
    .option(
      '--allow-repository <url>',
      'Helm repository or oci:// registry that charts may be fetched from, and nothing else; may be repeated',
      addRepository,
      [],
    )
    .option('--helm <command>', 'the command of Helm, or its path', 'helm')
    .option(
      '--kustomize <command>',
      'the command of Kustomize, or its path; not needed for a chart',
      'kustomize',
    )
    .option(
      '--show-values',
      'show values in manifests, which are hidden otherwise; the contents of Secrets are never shown',
    )
    .addOption(
      new Option('--format <format>', 'of the report')
        .choices(Object.keys(reports))
        .default('text'),
    )
    .option(
      '--output <file>',
      'where the report goes instead of standard output',
    )
    .addOption(
      new Option('--fail-on <severity>', 'findings with which it ends with 1')
        .choices(failOnChoices)
        .default('blocking'),
    )
    .addHelpText(
      'after',
      `
Ends with 0 where nothing is found that --fail-on says, 1 where it is, 2 where there is no preview: an option is wrong, a file or
tool is missing, or it does not render with the switch on or off. What each finding means:
https://github.com/progressive-delivery/progressive-delivery/blob/main/docs/preflight.md`,
    )
    .action(async (overlay: string, options: PreviewArguments) => {
      process.exitCode = await preview(overlay, options);
    });
}

async function preview(
  overlay: string,
  options: PreviewArguments,
): Promise<number> {
  const result = await abortOnSignals(signal =>
    previewOverlay(overlay, options, signal),
  );
  const report = reports[options.format](result);
  if (options.output === undefined) {
    printResult(report);
  } else {
    const { output } = options;
    await writeFile(output, report).catch(error => {
      throw fileProblem(error, output);
    });
  }
  if (result.state === 'failed') {
    if (options.output !== undefined || options.format !== 'text') {
      printMessage(textReport(result));
    }
    return exitCodes.failed;
  }
  return failsOn(result.comparison.preflight, options.failOn)
    ? exitCodes.refused
    : exitCodes.done;
}

async function previewOverlay(
  overlay: string,
  options: PreviewArguments,
  signal: AbortSignal,
): Promise<PreviewResult> {
  const { kind, root, target } = await overlayTarget(overlay, {
    ...options,
    fetchesCharts: options.allowRepository.length > 0,
  });
  const [helm, kustomize] = await Promise.all([
    requireCommand(options.helm),
    kind === 'kustomization' ? requireCommand(options.kustomize) : undefined,
  ]);
  const repository = await FolderRepository.open(root, { signal });
  const cacheDirectory = await mkdtemp(
    join(tmpdir(), 'progressive-delivery-preview-'),
  );
  try {
    const variants = VariantService.create({
      ...options,
      helm,
      kustomize,
      repositories: repository,
      charts: ChartLayouts.create({
        charts: ChartService.create({
          repositories: options.allowRepository,
          cacheDirectory,
        }),
      }),
      concurrency: 2,
    });
    const comparison = await previewSwitch(
      target,
      {
        switch: options.switch,
        enabled: options.on ?? (options.off ? false : undefined),
        values: options.showValues ?? false,
      },
      { repository, variants, signal },
    );
    return { state: 'previewed', overlay, comparison };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof WrongCallError) {
      throw error;
    }
    return { state: 'failed', overlay, because: explain(error) };
  } finally {
    await rm(cacheDirectory, { recursive: true, force: true });
    await WorkerPool.forProcess().close();
  }
}

/** In the words of the command, where the backend's name its configuration. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const problem = problemOf(error);
  const because =
    problem.id === 'cannotPreview' ? problem.parameters.because : undefined;
  switch (because?.id) {
    case 'chartRepositoryNotConfigured':
    case 'chartsNotPermitted':
      return `Charts of ${because.parameters.repository} may not be fetched: --allow-repository permits it`;
    default:
      return problem.text;
  }
}

async function requireCommand(command: string): Promise<string> {
  const path = await findCommand(
    command.includes(sep) ? resolve(command) : command,
  );
  if (path === undefined) {
    throw new Error(`There is no command ${command}`);
  }
  return path;
}

function readKubeVersion(version: string): string {
  if (!/^v?\d+\.\d+\.\d+$/.test(version)) {
    throw new InvalidArgumentError('It is a version such as 1.36.4.');
  }
  return version;
}

function addRepository(
  url: string,
  others: ChartRepository[],
): ChartRepository[] {
  const parsed = chartRepositorySchema.safeParse({ url });
  if (!parsed.success) {
    throw new InvalidArgumentError(
      'It is an https:// or oci:// URL without credentials.',
    );
  }
  return [...others, parsed.data];
}
