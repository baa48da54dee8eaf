import { keyLines, linesOf, Section, sectionBelow } from '../templates/section';
import { LineRange, TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError } from '../texts/AdoptionText';
import { expressionOf } from '../workloads/WorkloadTemplate';
import { Root } from '../workloads/SwitchOf';

/** What points at a Deployment, such as an autoscaler. */
export interface Reference {
  file: TemplateFile;
  section: Section;
  apiVersion: number | undefined;
  kind: number | undefined;
  /** What the name is made of. */
  name: string;
  root: Root;
}

const TARGET = /^ *(?:scaleTargetRef|targetRef):\s*(?:#.*)?$/;
const KIND = /^\s*kind:\s*(["']?)Deployment\1\s*(?:#.*)?$/;
const COMPUTED_KIND = /^\s*kind:\s*["']?\{\{/;
/** What scales anything that can be scaled, a Rollout too. Flagger's Canary, say, does not. */
const SCALER =
  /^kind:\s*(["']?)(?:HorizontalPodAutoscaler|ScaledObject|VerticalPodAutoscaler)\1\s*(?:#.*)?$/;
const SCALED_OBJECT = /^kind:\s*(["']?)ScaledObject\1\s*(?:#.*)?$/;

/**
 * The autoscalers of a template that scale a Deployment.
 *
 * @throws CannotAdoptError where something names a Deployment of which it is not clear what it means
 */
export function readReferences(file: TemplateFile): Reference[] {
  return file.documents().flatMap(document => {
    const references: Reference[] = [];
    for (const line of linesOf(document).filter(index =>
      TARGET.test(file.line(index)),
    )) {
      const reference = readReference(file, document, line);
      if (reference) {
        references.push(reference);
      }
    }
    const known = references.map(({ kind }) => kind);
    const [other] = linesOf(document).filter(
      index =>
        file.kindOf(index) === 'yaml' &&
        file.indentOf(index) > 0 &&
        KIND.test(file.line(index)) &&
        !known.includes(index),
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
    return references;
  });
}

function readReference(
  file: TemplateFile,
  document: LineRange,
  line: number,
): Reference | undefined {
  const section = sectionBelow(file, line, document.end);
  if (!section) {
    return undefined;
  }
  const keys = (key: string) =>
    keyLines(file, key, { indent: section.indent, within: section });
  const [kind, ...otherKinds] = keys('kind');
  const [apiVersion, ...otherVersions] = keys('apiVersion');
  const isOf = (pattern: RegExp) =>
    linesOf(document).some(index => pattern.test(file.line(index)));
  if (
    kind === undefined
      ? !isOf(SCALED_OBJECT)
      : otherKinds.length === 0 &&
        !KIND.test(file.line(kind)) &&
        !COMPUTED_KIND.test(file.line(kind))
  ) {
    return undefined;
  }
  const [name, ...otherNames] = keys('name');
  if (
    name === undefined ||
    !isOf(SCALER) ||
    otherNames.length + otherVersions.length + otherKinds.length > 0 ||
    (kind !== undefined && COMPUTED_KIND.test(file.line(kind)))
  ) {
    throw unclear(file, line);
  }
  const blocks = file.blocksAt(line);
  if (
    blocks.some(({ keyword }) =>
      ['define', 'block', 'range'].includes(keyword),
    ) ||
    [kind, apiVersion, name].some(
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
    name: expressionOf(file.line(name)),
    root: blocks.some(({ keyword }) => keyword === 'with') ? '$' : '.',
  };
}

function unclear(file: TemplateFile, line: number): CannotAdoptError {
  return new CannotAdoptError('referenceUnclear', {
    template: file.path,
    line: line + 1,
  });
}
