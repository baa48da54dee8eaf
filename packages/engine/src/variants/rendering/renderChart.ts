import { HelmRendering } from '../../overlays/sources/Overlay';
import { RenderCheckout } from './RenderCheckout';
import { FoundTools } from './RenderTools';
import { kubeVersionArgument, toolArgument } from './toolArgument';
import { RunTool } from './ToolInvocation';

/** A switch as it would be, whatever sets it: to see what it moves. */
export interface ValueProbe {
  path: string;
  enabled: boolean;
}

/** Runs `helm template` with the arguments of Argo CD (v3.6 util/helm/cmd.go template). */
export async function renderChart(
  helm: HelmRendering,
  options: {
    checkout: RenderCheckout;
    request: {
      releaseName: string;
      namespace: string | undefined;
      probe?: ValueProbe;
    };
    tools: FoundTools;
    run: RunTool;
  },
): Promise<Buffer> {
  const { checkout, request, run, tools } = options;
  const { profile } = tools;
  const { probe } = request;
  const kubeVersion = helm.kubeVersion ?? profile.kubeVersion;
  const apiVersions =
    helm.apiVersions.length > 0 ? helm.apiVersions : profile.apiVersions;
  const namespace = helm.namespace ?? request.namespace;
  const values =
    helm.values &&
    (await checkout.write(
      'inline-values.yaml',
      helm.values,
      'the values of the Application',
    ));
  const others = <T extends { name: string }>(parameters: T[]) =>
    parameters.filter(({ name }) => name !== probe?.path);
  const setFile: string[] = [];
  for (const { file, name } of others(helm.setFile)) {
    const value = await checkout.file(file);
    setFile.push('--set-file', assignment({ name, value }));
  }
  const valueFiles: string[] = [];
  for (const file of helm.valueFiles) {
    valueFiles.push('--values', await checkout.file(file));
  }
  return run({
    command: tools.helm,
    // The chart's path is never an argument: helm would trim it, and look for a repository of the name.
    workingDirectory: checkout.source,
    args: [
      ...['template', '.'],
      ...[
        '--name-template',
        toolArgument(
          'release',
          helm.releaseName ?? request.releaseName,
          'releaseName',
        ),
      ],
      ...(namespace
        ? ['--namespace', toolArgument('namespace', namespace, 'namespace')]
        : []),
      ...(kubeVersion
        ? ['--kube-version', kubeVersionArgument(kubeVersion, 'kubeVersion')]
        : []),
      ...others(helm.set).flatMap(each => ['--set', assignment(each)]),
      ...(probe ? ['--set', `${probe.path}=${probe.enabled}`] : []),
      ...others(helm.setString).flatMap(each => [
        '--set-string',
        assignment(each),
      ]),
      ...setFile,
      ...valueFiles,
      ...(values ? ['--values', values] : []),
      ...apiVersions.flatMap(version => [
        '--api-versions',
        toolArgument('apiVersion', version, 'apiVersions'),
      ]),
      ...(helm.skipCrds ? [] : ['--include-crds']),
      ...(helm.skipSchemaValidation ? ['--skip-schema-validation'] : []),
      ...(helm.skipTests ? ['--skip-tests'] : []),
    ],
  });
}

/** As Argo CD does (cleanSetParameters): a comma that is not escaped would begin another one, but for a list in braces. */
function assignment({ name, value }: { name: string; value: string }): string {
  const isList = value.startsWith('{') && value.endsWith('}');
  return `${name}=${isList ? value : value.replace(/(?<!\\),/g, '\\,')}`;
}
