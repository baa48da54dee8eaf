import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod/v4';
import { isMapping } from '@progressive-delivery/engine';

const FIXTURES = resolve(__dirname, '../__fixtures__');
const CHECKS = join(FIXTURES, 'checks');

const objectSchema = z
  .object({ kind: z.string(), metadata: z.looseObject({ name: z.string() }) })
  .loose();

/** An object of a cluster, as it is written in a file. */
export type ScenarioObject = z.infer<typeof objectSchema>;

const scenarioSchema = z
  .object({
    /** Which way: the switch is turned on, or off. */
    enabled: z.boolean(),
    /** What the check of that name finds, each as far as it is written. */
    finds: z.array(z.record(z.string(), z.unknown())).default([]),
    /** Why it could not look, by the ids of these texts. */
    couldNotLook: z.array(z.string()).default([]),
    /** What the cluster refuses to list or to get, by plural. */
    refused: z.array(z.string()).default([]),
    /** Entities that the person may see besides the one that it is looked for. */
    mayRead: z.array(z.string()).default([]),
    /** Pull requests that are open. */
    openProposals: z
      .array(
        z.object({
          number: z.number(),
          url: z.string(),
          switch: z.string(),
          enabled: z.boolean(),
          repository: z.string(),
          file: z.string(),
        }),
      )
      .default([]),
    /** Where it is not the cluster `main`. */
    cluster: z.string().nullable().optional(),
  })
  .strict();

/** What a scenario says besides its files. */
export type ScenarioDescription = z.infer<typeof scenarioSchema>;

/** All scenarios, as `<check>/<name>`. */
export function scenarios(): string[] {
  return readdirSync(CHECKS)
    .flatMap(check =>
      readdirSync(join(CHECKS, check)).map(name => `${check}/${name}`),
    )
    .sort();
}

/**
 * The files of a scenario, of what it is laid over (`base/both`, `base/on` or `base/off`) where it has none of that name.
 * An empty file takes one away, and `name.patch.yaml` changes single fields of `name.yaml`: null takes one away.
 */
export class ScenarioFiles {
  static of(scenario: string): ScenarioFiles {
    const folder = join(CHECKS, scenario);
    return new ScenarioFiles(
      scenarioSchema.parse(
        parse(readFileSync(join(folder, 'scenario.yaml'), 'utf8')),
      ),
      folder,
    );
  }

  /** That in which everything is right. */
  static base(enabled: boolean): ScenarioFiles {
    return new ScenarioFiles(scenarioSchema.parse({ enabled }));
  }

  private readonly files = new Map<string, string>();

  private constructor(
    readonly description: ScenarioDescription,
    folder?: string,
  ) {
    const { enabled } = description;
    this.add(join(FIXTURES, 'base/both'));
    this.add(join(FIXTURES, 'base', enabled ? 'on' : 'off'));
    if (folder) {
      this.add(folder);
    }
  }

  /** Of a folder, by their paths in it. */
  below(folder: string): Map<string, string> {
    return new Map(
      Array.from(this.files).flatMap(([path, text]) =>
        path.startsWith(`${folder}/`) && text.trim() !== ''
          ? [[path.slice(folder.length + 1), text]]
          : [],
      ),
    );
  }

  /** Everything that its cluster has. */
  objects(): ScenarioObject[] {
    return [
      ...this.below('cluster').values(),
      this.files.get('project.yaml') ?? '',
    ].flatMap(text =>
      parseAllDocuments(text).map(document =>
        objectSchema.parse(document.toJS()),
      ),
    );
  }

  object(file: string): ScenarioObject {
    return objectSchema.parse(parse(this.files.get(file) ?? ''));
  }

  private add(folder: string): void {
    if (!existsSync(folder)) {
      return;
    }
    for (const entry of readdirSync(folder, {
      recursive: true,
      withFileTypes: true,
    })) {
      if (entry.isFile()) {
        const file = join(entry.parentPath, entry.name);
        const path = relative(folder, file);
        const text = readFileSync(file, 'utf8');
        const patched = path.replace(/\.patch\.yaml$/, '.yaml');
        this.files.set(
          patched,
          patched === path
            ? text
            : stringify(
                merged(parse(this.files.get(patched) ?? ''), parse(text)),
              ),
        );
      }
    }
  }
}

/** A JSON merge patch (RFC 7396). */
function merged(value: unknown, patch: unknown): unknown {
  if (!isMapping(patch)) {
    return patch;
  }
  const result = new Map(Object.entries(isMapping(value) ? value : {}));
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) {
      result.delete(key);
    } else {
      result.set(key, merged(result.get(key), change));
    }
  }
  return Object.fromEntries(result);
}
