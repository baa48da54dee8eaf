import { examples } from '../examples';
import type { CommandEnd } from '@progressive-delivery/sandbox';
import { runTool } from '../tools/runTool';

export interface HelmTemplateOptions {
  helm?: 'helm' | 'helm3';
  chart?: string;
  release?: string;
  namespace?: string;
  /** Values files, the last wins. */
  valueFiles?: string[];
  /** Values over those files. */
  values?: object;
  apiVersions?: string[];
  args?: string[];
}

/** Renders a chart without a cluster, whatever the outcome. */
export function helmTemplate(
  options: HelmTemplateOptions = {},
): Promise<CommandEnd> {
  const {
    helm = 'helm',
    chart = examples.chart,
    release = 'agents',
    namespace = 'agents',
    valueFiles = [],
    values,
    apiVersions = [],
    args = [],
  } = options;
  return runTool(
    helm,
    [
      ...['template', release, chart, '--namespace', namespace],
      ...valueFiles.flatMap(file => ['--values', file]),
      ...(values ? ['--values', '-'] : []),
      ...apiVersions.flatMap(version => ['--api-versions', version]),
      ...args,
    ],
    // JSON, because a plain yes would be a boolean to Helm.
    { input: values && JSON.stringify(values) },
  );
}
