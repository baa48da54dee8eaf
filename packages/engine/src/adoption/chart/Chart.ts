import { isMapping, loadYaml, YamlError } from '../../yaml';
import { CannotAdoptError } from '../texts/AdoptionText';
import { unpackDependencies } from './unpackDependencies';

/** The files of a chart by their paths in it, with slashes. */
export type ChartFiles = ReadonlyMap<string, Buffer>;

/** What a chart may be called here: its name becomes part of templates and paths. */
const NAME = /^[a-zA-Z0-9](?:[\w.-]*[a-zA-Z0-9])?$/;

/** A chart, as far as it is looked at. */
export interface Chart {
  name: string;
  files: ChartFiles;
  /** What is text of them and of charts packed below, without byte order marks, as Helm reads them. */
  texts: ReadonlyMap<string, string>;
  /** The files that begin with such a mark. */
  marked: ReadonlySet<string>;
  /** Names and aliases of the charts below it: what these keys of the values hold is theirs. */
  dependencies: ReadonlySet<string>;
}

const BYTE_ORDER_MARK = '\ufeff';

/** A text of a file of a chart, with its byte order mark where it has one. */
export function withMark(
  { marked }: Chart,
  path: string,
  text: string,
): string {
  return marked.has(path) ? BYTE_ORDER_MARK + text : text;
}

/** @throws CannotAdoptError where it is none that renders something */
export async function readChart(files: ChartFiles): Promise<Chart> {
  const texts = new Map<string, string>();
  const marked = new Set<string>();
  const packed = await unpackDependencies(files);
  for (const [path, content] of [...packed, ...files]) {
    const text = decode(content);
    if (text?.startsWith(BYTE_ORDER_MARK)) {
      texts.set(path, text.slice(BYTE_ORDER_MARK.length));
      marked.add(path);
    } else if (text !== undefined) {
      texts.set(path, text);
    } else if (
      path.startsWith('templates/') ||
      path.startsWith('values.') ||
      path === 'Chart.yaml'
    ) {
      throw new CannotAdoptError('notText', { file: path });
    }
  }
  const metadata = readMapping(texts.get('Chart.yaml'));
  const { name, type } = metadata;
  if (typeof name !== 'string' || name.length > 250 || !NAME.test(name)) {
    throw new CannotAdoptError('notAChart');
  }
  if (type === 'library') {
    throw new CannotAdoptError('libraryChart');
  }
  const dependencies = [metadata, readMapping(texts.get('requirements.yaml'))]
    .flatMap(each => each.dependencies)
    .filter(isMapping)
    .flatMap(each => [each.alias, each.name]);
  const below = [...texts].flatMap(([path, text]) => {
    const [, folder, file] = /^charts\/([^/]+)\/(.*)$/.exec(path) ?? [];
    return [folder, file === 'Chart.yaml' && readMapping(text).name];
  });
  return {
    name,
    files,
    texts,
    marked,
    dependencies: new Set(
      [...dependencies, ...below].filter(each => typeof each === 'string'),
    ),
  };
}

function readMapping(text = ''): Record<string, unknown> {
  try {
    const value = loadYaml(text);
    return isMapping(value) ? value : {};
  } catch (error) {
    if (error instanceof YamlError) {
      return {};
    }
    throw error;
  }
}

function decode(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      content,
    );
  } catch {
    return undefined;
  }
}
