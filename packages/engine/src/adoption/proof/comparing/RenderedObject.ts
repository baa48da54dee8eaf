import { isMapping, loadYamlDocuments, YamlError } from '../../../yaml';
import { CannotAdoptError } from '../../texts/AdoptionText';

/** An object that a chart renders. */
export interface RenderedObject {
  /** The template that renders it, with the chart's name before it, such as `web/templates/deployment.yaml`. */
  source: string;
  apiVersion: string;
  kind: string;
  name: string;
  content: Record<string, unknown>;
}

/**
 * All objects of what `helm template` prints, in its order. Keys that are there twice are an error: which one counts
 * depends on who reads them.
 *
 * @throws CannotAdoptError where it cannot be read
 */
export function readRendering(text: string): RenderedObject[] {
  return text.split(/^---\s*\n(?=# Source: )/m).flatMap(part => {
    const source = /^# Source: (.*)$/m.exec(part)?.[1].trim() ?? '';
    return documentsOf(part)
      .filter(isMapping)
      .map(content => {
        const { apiVersion, kind, metadata } = content;
        const name = isMapping(metadata) ? metadata.name : undefined;
        return {
          source,
          apiVersion: String(apiVersion),
          kind: String(kind),
          name: String(name),
          content,
        };
      });
  });
}

function documentsOf(text: string): unknown[] {
  try {
    return loadYamlDocuments(text, {
      characters: 16 * 1024 * 1024,
      uniqueKeys: true,
    });
  } catch (error) {
    throw error instanceof YamlError
      ? new CannotAdoptError('renderingUnreadable', { message: error.message })
      : error;
  }
}

/** What an object is known by in a rendering. Its place is none of that: Helm sorts by kind. */
export function keyOf(
  object: RenderedObject,
  { apiVersion, kind }: { apiVersion: string; kind: string } = object,
): string {
  const { metadata } = object.content;
  return JSON.stringify([
    object.source,
    apiVersion,
    kind,
    isMapping(metadata) ? metadata.namespace : undefined,
    object.name,
  ]);
}

/** As people call it: `Deployment web`. */
export function nameOf({ kind, name }: RenderedObject): string {
  return `${kind} ${name}`;
}
