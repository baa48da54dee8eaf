import { findSection, keyLines, linesOf } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';
import { WorkloadTemplate } from '../workloads/WorkloadTemplate';
import { isEmpty, valueAt } from './conditionProbes';
import { NamedTemplates } from './NamedTemplates';
import { Probe, probeWith } from './Probe';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/** Values of a chart that are empty, and what to put there to see where it comes out. */
interface Fillings {
  fillings: Probe[];
  /** Sync options of Argo CD where annotations come from the values, by the path of these. */
  syncOptions: ReadonlyMap<string, Probe>;
}

/**
 * What the metadata and the spec of workloads print of the values without being told so by the chart's own: annotations
 * and strategies. The pod template is left out, since it stays what it is.
 */
export function fillingsOf(
  files: readonly TemplateFile[],
  {
    values,
    workloads,
  }: {
    values: Record<string, unknown>;
    workloads: readonly WorkloadTemplate[];
  },
): Fillings {
  const empty = (paths: readonly string[]) =>
    [...new Set(paths)].filter(
      // What is called a name is a word.
      path => !/name\w*$/i.test(path) && isEmpty(valueAt(values, path)),
    );
  const templates = new NamedTemplates(files);
  const within = (key: Place) =>
    workloads.flatMap(workload =>
      templates.printedIn(workload.file, linesIn(workload, key)),
    );
  const printed = within('metadata');
  const metadata = empty(printed);
  // Those that have some may get more.
  const annotations = printed.filter(path => /annotations?$/i.test(path));
  return {
    // Each may break the chart, which the others are not to suffer from.
    fillings: [metadata, empty(within('spec')), empty(within('edge'))]
      .map(paths =>
        probeWith(
          paths.map((path, index) => [
            path,
            /strategy$/i.test(path)
              ? { type: 'Recreate' }
              : { [`probe${index || ''}`]: 'x' },
          ]),
        ),
      )
      .filter(probe => Object.keys(probe).length > 0),
    syncOptions: new Map(
      [...new Set([...metadata, ...annotations])].map(path => [
        path,
        probeWith([[path, { [SYNC_OPTIONS]: 'Prune=false' }]]),
      ]),
    ),
  };
}

/** Lines of a workload: without labels and pod template, and the others that may write something else, too. */
type Place = 'metadata' | 'spec' | 'edge';

function linesIn(
  { file, metadata, spec }: WorkloadTemplate,
  place: Place,
): number[] {
  const section = place === 'metadata' ? metadata : spec;
  const left = (place === 'metadata' ? ['labels'] : ['template', 'selector'])
    .map(each =>
      findSection(file, each, { indent: section.indent, within: section }),
    )
    .filter(each => each !== undefined);
  const names = keyLines(file, 'name', {
    indent: metadata.indent,
    within: metadata,
  });
  const isLeft = (line: number) =>
    left.some(({ end, start }) => start <= line && line < end);
  // Where an action writes to cannot be seen where it stands before its own key.
  const isEdge = (line: number) =>
    file.kindOf(line) === 'action' && file.indentOf(line) <= section.indent;
  return [...(place === 'edge' ? names : []), ...linesOf(section)].filter(
    line => {
      switch (place) {
        case 'metadata':
          return (!isLeft(line) && !names.includes(line)) || isEdge(line);
        case 'spec':
          return !isLeft(line);
        case 'edge':
          return names.includes(line) || (isLeft(line) && isEdge(line));
        default:
          return place satisfies never;
      }
    },
  );
}
