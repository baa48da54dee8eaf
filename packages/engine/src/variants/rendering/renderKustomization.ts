import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dumpYaml } from '../../yaml/dumpYaml';
import { cannotPreview } from '../../cannotPreview';
import {
  KUSTOMIZATION_FILES,
  parseKustomization,
} from '../../overlays/kustomize/kustomization';
import { KustomizeRendering } from '../../overlays/sources/Overlay';
import { RenderCheckout } from './RenderCheckout';
import { FoundTools } from './RenderTools';
import { kubeVersionArgument, toolArgument } from './toolArgument';
import { RunTool } from './ToolInvocation';

/**
 * Runs kustomize as Argo CD does (v3.6 util/kustomize): first what the Application changes in the kustomization, by
 * `kustomize edit`, then `kustomize build`.
 */
export async function renderKustomization(
  kustomize: KustomizeRendering,
  options: {
    checkout: RenderCheckout;
    tools: FoundTools;
    run: RunTool;
  },
): Promise<Buffer> {
  const { checkout, run, tools } = options;
  const { kustomize: command, profile } = tools;
  if (command === undefined || profile.kustomize === undefined) {
    throw new Error('A kustomization cannot be rendered without kustomize');
  }
  checkVersion(kustomize.version, profile.kustomize);
  const edit = (args: string[]) =>
    run({
      command,
      args,
      workingDirectory: checkout.source,
    });
  for (const args of kustomize.edits) {
    await edit(args);
  }
  if (kustomize.patches.length > 0) {
    await addPatches(checkout.source, kustomize.patches);
  }
  if (kustomize.components.length > 0) {
    await edit(['edit', 'add', 'component', ...kustomize.components]);
  }
  const usesHelm = kustomize.buildOptions.some(option =>
    option.startsWith('--enable-helm'),
  );
  return run({
    command,
    workingDirectory: checkout.source,
    args: [
      ...['build', '.'],
      ...kustomize.buildOptions,
      ...(usesHelm
        ? helmArguments(kustomize, tools, await checkout.helm(tools))
        : []),
    ],
    environment: kustomize.environment,
  });
}

function helmArguments(
  kustomize: KustomizeRendering,
  { profile }: FoundTools,
  helm: string,
): string[] {
  const kubeVersion = kustomize.kubeVersion ?? profile.kubeVersion;
  const apiVersions =
    kustomize.apiVersions.length > 0
      ? kustomize.apiVersions
      : profile.apiVersions;
  return [
    ...['--helm-command', helm],
    ...(kubeVersion
      ? ['--helm-kube-version', kubeVersionArgument(kubeVersion, 'kubeVersion')]
      : []),
    ...apiVersions.flatMap(version => [
      '--helm-api-versions',
      toolArgument('apiVersion', version, 'apiVersions'),
    ]),
  ];
}

/** There is no `kustomize edit` for what a patch of an Application may hold, so Argo CD writes the file itself. */
async function addPatches(
  directory: string,
  patches: KustomizeRendering['patches'],
): Promise<void> {
  const file = await kustomizationIn(directory);
  const kustomization = parseKustomization(
    Buffer.from(file.text),
    basename(file.path),
  );
  const patched = dumpYaml({
    ...kustomization,
    patches: [...(kustomization.patches ?? []), ...patches],
  });
  // What is written anew is looked at anew, like all that kustomize is given.
  parseKustomization(Buffer.from(patched), basename(file.path));
  await writeFile(file.path, patched);
}

async function kustomizationIn(
  directory: string,
): Promise<{ path: string; text: string }> {
  for (const name of KUSTOMIZATION_FILES) {
    const path = join(directory, name);
    try {
      return { path, text: await readFile(path, 'utf8') };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
    }
  }
  throw cannotPreview({ id: 'nothingToPatch', parameters: {} });
}

/** @throws InputError where the Application asks for another kustomize than there is */
function checkVersion(wanted: string | undefined, found: string): void {
  const versionIn = (text: string) => /\d+(\.\d+)+/.exec(text)?.[0];
  if (wanted && versionIn(wanted) !== versionIn(found)) {
    throw cannotPreview({
      id: 'kustomizeDiffers',
      parameters: { wanted, found },
    });
  }
}
