import type { CommandEnd } from '@progressive-delivery/sandbox';
import { runTool } from '../tools/runTool';
import { requireTool } from '../tools/requireTool';

/** Builds an overlay with `--enable-helm`, whatever the outcome. */
export function kustomizeBuild(
  overlay: string,
  options: { helm?: 'helm' | 'helm3'; apiVersions?: string[] } = {},
): Promise<CommandEnd> {
  const { helm = 'helm', apiVersions = [] } = options;
  return runTool('kustomize', [
    ...['build', '--enable-helm', '--helm-command', requireTool(helm)],
    ...apiVersions.flatMap(version => ['--helm-api-versions', version]),
    overlay,
  ]);
}
