import {
  computedKeys,
  keyLines,
  linesOf,
  Section,
  sectionBelow,
} from '../templates/section';
import { LineRange, TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
import { Root } from '../workloads/SwitchOf';
import { loopAmong, WorkloadLoop } from '../workloads/WorkloadLoop';
import { rootWithin } from '../workloads/WorkloadTemplate';
import { findScalers } from './findScalers';

/** What points at a Deployment, such as an autoscaler. */
export interface Reference {
  file: TemplateFile;
  section: Section;
  apiVersion: number | undefined;
  kind: number | undefined;
  /** The loop that renders one for each workload. */
  loop: WorkloadLoop | undefined;
  root: Root;
}

/** Where something may say what it points at. */
interface TargetLine {
  line: number;
  /** Behind its document. */
  limit: number;
  /** Whether its document scales anything that can be scaled, and a Deployment where it says nothing. */
  scales: { anything: boolean; unsaid: boolean };
}

const TARGET = /^ *(?:scaleTargetRef|targetRef):\s*(?:#.*)?$/;
const KIND = /^\s*kind:\s*(["']?)Deployment\1\s*(?:#.*)?$/;
const OTHER_KIND = /^\s*kind:\s*(["']?)(?!Deployment\b)[A-Z]\w+\1\s*(?:#.*)?$/i;
/** What scales anything that can be scaled, a Rollout too. Flagger's Canary, say, does not. */
const SCALER =
  /^kind:\s*(["']?)(?:HorizontalPodAutoscaler|ScaledObject|VerticalPodAutoscaler)\1\s*(?:#.*)?$/;
const DEFINITION = /^kind:\s*(["']?)CustomResourceDefinition\1\s*(?:#.*)?$/;
const SCALED_OBJECT = /^kind:\s*(["']?)ScaledObject\1\s*(?:#.*)?$/;

/**
 * The autoscalers of a template that scale a Deployment.
 *
 * @throws CannotAdoptError where something names a Deployment of which it is not clear what it means, or something that
 * scales does not say what
 */
export function readReferences(file: TemplateFile): Reference[] {
  return file.documents().flatMap(document => {
    const isOf = (pattern: RegExp) =>
      linesOf(document).some(index => pattern.test(file.line(index)));
    const scales = { anything: isOf(SCALER), unsaid: isOf(SCALED_OBJECT) };
    const targets = linesOf(document)
      .filter(index => TARGET.test(file.line(index)))
      .map(line => readTarget(file, { line, limit: document.end, scales }));
    const references = targets.filter(target => typeof target === 'object');
    const known = new Set(references.map(({ kind }) => kind));
    const [other] = linesOf(document).filter(
      index =>
        file.kindOf(index) === 'yaml' &&
        file.indentOf(index) > 0 &&
        KIND.test(file.line(index)) &&
        !known.has(index),
    );
    if (other !== undefined) {
      const isObject =
        keyLines(file, 'metadata', {
          indent: file.indentOf(other),
          within: document,
        }).length > 0;
      throw isObject
        ? new CannotAdoptError('indented', {
            template: file.path,
            line: other + 1,
          })
        : unclear(file, other);
    }
    const scalers = describesKinds(file, document)
      ? []
      : findScalers(file, document);
    const said = targets.filter(target => target !== 'unsaid').length;
    if (scalers.length > said) {
      throw unclear(file, scalers[0]);
    }
    return references;
  });
}

/** Whether a document is a CustomResourceDefinition, such as that of a ScaledObject, which is none itself. */
function describesKinds(file: TemplateFile, document: LineRange): boolean {
  const kinds = keyLines(file, 'kind', { indent: 0, within: document });
  return kinds.length === 1 && DEFINITION.test(file.line(kinds[0]));
}

/**
 * What a target says: a Deployment, literally something else, or nothing that could be known.
 *
 * @throws CannotAdoptError where it says a Deployment in a way that cannot be edited
 */
function readTarget(
  file: TemplateFile,
  { limit, line, scales }: TargetLine,
): Reference | 'other' | 'unsaid' {
  const section = sectionBelow(file, line, limit);
  if (!section) {
    return 'unsaid';
  }
  const keys = (key: string) =>
    keyLines(file, key, { indent: section.indent, within: section });
  const [kind, ...otherKinds] = keys('kind');
  const [apiVersion, ...otherVersions] = keys('apiVersion');
  const [name, ...otherNames] = keys('name');
  const isComputed = computedKeys(file, section).length > 0;
  if (!isComputed && [kind, ...otherKinds].every(isOtherKind)) {
    return 'other';
  }
  if (kind === undefined && !scales.unsaid) {
    return 'unsaid';
  }
  if (
    name === undefined ||
    isComputed ||
    !scales.anything ||
    otherNames.length + otherVersions.length + otherKinds.length > 0 ||
    (kind !== undefined && !KIND.test(file.line(kind)))
  ) {
    throw unclear(file, line);
  }
  const blocks = file.blocksAt(line);
  const loop = loopAmong(blocks);
  if (
    loop === 'unclear' ||
    blocks.some(({ keyword }) => ['define', 'block'].includes(keyword)) ||
    // What says no kind gets one before its name, whatever that depends on.
    (kind === undefined ? [apiVersion] : [kind, apiVersion, name]).some(
      index =>
        index !== undefined && file.blocksAt(index).length !== blocks.length,
    )
  ) {
    throw new CannotAdoptError('referenceInBlock', {
      template: file.path,
      line: line + 1,
    });
  }
  return {
    file,
    section,
    apiVersion,
    kind,
    loop,
    root: rootWithin(blocks),
  };

  function isOtherKind(index: number | undefined): boolean {
    return index !== undefined && OTHER_KIND.test(file.line(index));
  }
}

function unclear(file: TemplateFile, line: number): CannotAdoptError {
  return new CannotAdoptError('referenceUnclear', {
    template: file.path,
    line: line + 1,
  });
}
