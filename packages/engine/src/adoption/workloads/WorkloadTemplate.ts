import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  computedKeys,
  findSection,
  keyLines,
  Section,
} from '../templates/section';
import { TemplateBlock } from '../templates/readBlocks';
import { LineRange, TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
import { Root } from './SwitchOf';
import { loopAmong, WorkloadLoop } from './WorkloadLoop';

/** The document of a template that renders a Deployment. */
export interface WorkloadTemplate {
  file: TemplateFile;
  document: LineRange;
  /** The line that says its kind. */
  kind: number;
  /** The lines that say its API version, of which one is rendered. */
  apiVersions: readonly number[];
  metadata: Section;
  spec: Section;
  /** What its name is made of, see {@link expressionOf}. */
  name: string;
  /** The blocks that it is in, outermost first. */
  blocks: readonly TemplateBlock[];
  /** The loop that renders one such workload for each key of a mapping. */
  loop: WorkloadLoop | undefined;
  /** What the chart's own context is called there. */
  root: Root;
}

const DEPLOYMENT = /^kind:\s*(["']?)Deployment\1\s*(?:#.*)?$/;

/** The Deployments that a template says it renders, and why some of these cannot be given the switch. */
export function readWorkloads(file: TemplateFile): {
  workloads: WorkloadTemplate[];
  obstacles: AdoptionObstacle[];
} {
  const workloads: WorkloadTemplate[] = [];
  const obstacles: AdoptionObstacle[] = [];
  // What is there for people is no object.
  const documents = file.path.endsWith('/NOTES.txt') ? [] : file.documents();
  for (const document of documents) {
    const kinds = keyLines(file, 'kind', { indent: 0, within: document });
    for (const kind of kinds.filter(index =>
      DEPLOYMENT.test(file.line(index)),
    )) {
      try {
        workloads.push(readWorkload(file, document, { kind, kinds }));
      } catch (error) {
        if (!(error instanceof CannotAdoptError)) {
          throw error;
        }
        obstacles.push(...error.obstacles);
      }
    }
  }
  return { workloads, obstacles };
}

function readWorkload(
  file: TemplateFile,
  document: LineRange,
  { kind, kinds }: { kind: number; kinds: readonly number[] },
): WorkloadTemplate {
  const refuse = (
    id: AdoptionObstacle['id'],
    line: number,
    parameters: Record<string, string> = {},
  ) =>
    new CannotAdoptError(id, {
      template: file.path,
      line: line + 1,
      ...parameters,
    });
  const blocks = file.blocksAt(kind);
  const definition = blocks.find(({ keyword }) =>
    ['define', 'block'].includes(keyword),
  );
  if (definition) {
    const [name] = definition.argument.split(/\s/);
    throw refuse('withinDefine', kind, { name });
  }
  const loop = loopAmong(blocks);
  if (loop === 'unclear') {
    const over = blocks.find(({ keyword }) => keyword === 'range')!.argument;
    throw refuse('withinLoop', kind, { over });
  }
  if (
    kinds.length > 1 ||
    blocks.some(
      block =>
        file.lineOf(block.open.start) >= document.start &&
        block.elses.length > 0,
    )
  ) {
    throw refuse('otherKinds', kind);
  }
  const section = (key: string) => {
    const found = findSection(file, key, { indent: 0, within: document });
    if (!found || file.blocksAt(found.key).length !== blocks.length) {
      throw refuse('noSection', kind, { key });
    }
    const [computed] = computedKeys(file, found);
    if (computed !== undefined) {
      throw refuse('keysComputed', computed, { key });
    }
    return found;
  };
  const metadata = section('metadata');
  const spec = section('spec');
  const apiVersions = keyLines(file, 'apiVersion', {
    indent: 0,
    within: document,
  });
  const [name, ...otherNames] = keyLines(file, 'name', {
    indent: metadata.indent,
    within: metadata,
  });
  if (apiVersions.length === 0) {
    throw refuse('noSection', kind, { key: 'apiVersion' });
  }
  if (name === undefined || otherNames.length > 0) {
    throw refuse('noSection', kind, { key: 'metadata.name' });
  }
  return {
    file,
    document,
    kind,
    apiVersions,
    metadata,
    spec,
    name: expressionOf(file.line(name)),
    blocks,
    loop,
    root: rootWithin(blocks),
  };
}

/** What the chart's own context is called in some blocks. */
export function rootWithin(blocks: readonly TemplateBlock[]): Root {
  return blocks.some(({ keyword }) => ['with', 'range'].includes(keyword))
    ? '$'
    : '.';
}

/** What stands behind a key, written so that the same is the same: `include "x" $` and `template "x" .` are. */
export function expressionOf(line: string): string {
  return line
    .replace(/^[^:]*:/, '')
    .replace(/\s+/g, ' ')
    .replace(/ #.*$/, '')
    .replace(/\{\{-?\s*/g, '{{ ')
    .replace(/\s*-?\}\}/g, ' }}')
    .replace(/\b(?:template|include)\b/g, 'include')
    .replace(/\$(?=\s|\.|\)|$)/g, '.')
    .replace(/\.\.(?=\w)/g, '.')
    .replace(/\|\s*quote\b/g, '')
    .replace(/\(\s+/g, '(')
    .replace(/\s+\)/g, ')')
    .replace(/\s+/g, ' ')
    .replace(/^\s*(["'])(.*)\1\s*$/, '$2')
    .trim();
}
