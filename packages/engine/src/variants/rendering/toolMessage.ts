import { basename, join } from 'node:path';
import { visibleLines } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const KEPT_MESSAGE = 2_000;

/** How a helm ended that kustomize ran. */
const END_OF_HELM = /^(?:exit status \d{1,10}|signal: [a-z ]{1,40})/;

/** A copy that kustomize makes of the values that it merges for a chart. */
const VALUES_OF_KUSTOMIZE = /\/tmp\/[^/\s]+\/([\w.-]+)-kustomize-values\.yaml/g;

/** A pointer of Go on amd64 or arm64: another one each time. */
const GO_POINTER = /\b0x(?:c0|40)[0-9a-f]{8}\b/g;

/**
 * What a tool said, in words that a person can act on and that stay the same: paths as the repository has them, nothing
 * of where or how we rendered.
 *
 * @param options.directory - of the rendering
 * @param options.written - paths in the repository of files that the tool knows by names of ours, by these names
 */
export function toolMessage(
  stderr: string,
  options: {
    directory: string;
    command: string;
    written: ReadonlyMap<string, string>;
  },
): string {
  const { command, directory, written } = options;
  let message = withoutHelmCommands(stderr);
  message = message
    .replaceAll(
      new RegExp(`${escaped(directory)}/[\\w-]+\\.yaml`, 'g'),
      name => written.get(name) ?? name,
    )
    .replaceAll(`${join(directory, 'repository')}/`, '')
    .replaceAll(join(directory, 'repository'), '.')
    .replaceAll(new RegExp(`${escaped(directory)}/refs/[^/]+/`, 'g'), '')
    .replaceAll(directory, '')
    .replaceAll(VALUES_OF_KUSTOMIZE, 'the values of $1')
    .replaceAll(command, basename(command))
    .replaceAll(GO_POINTER, '0x…')
    .replaceAll(/^time=\S+ /gm, '')
    .replaceAll(/^Use --debug flag to render out invalid YAML\n?/gm, '');
  return visibleLines(message.trim().slice(0, KEPT_MESSAGE)).slice(
    0,
    KEPT_MESSAGE,
  );
}

/**
 * Without what kustomize adds where a helm that it runs fails (api v0.21 HelmChartInflationGenerator runHelmCommand):
 * `unable to run: '…' with env=[…] (is '…' installed?): exit status 1`. The parts are looked for one after the other: what
 * helm said may hold any of them many times.
 */
function withoutHelmCommands(text: string): string {
  let rest = text;
  let kept = '';
  for (;;) {
    const begin = rest.indexOf("unable to run: '");
    const environment = rest.indexOf("' with env=[", begin);
    const question = rest.indexOf("] (is '", environment);
    const end = rest.indexOf("' installed?): ", question);
    if ([begin, environment, question, end].includes(-1)) {
      return kept + rest;
    }
    const after = end + "' installed?): ".length;
    const [ended = ''] = END_OF_HELM.exec(rest.slice(after, after + 100)) ?? [];
    kept += rest
      .slice(0, ended ? begin : after)
      .replace(/: $/, ended ? '' : '$&');
    rest = rest.slice(after + ended.length);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
