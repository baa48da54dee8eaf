// Pure parts of the backend that are given what a cluster or a chart repository says.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { codeOwners } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/proposals/editedFile/codeOwners';
import { readIndex } from '@progressive-delivery/engine/src/charts/helm/repositoryIndex';
import {
  eventWith,
  rolloutWith,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/__testUtils__/objects';
import { skippedFrom } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/status/steps/skippedFrom';
import { Coalescer } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/rollouts/watch/Coalescer';
import { readMapping } from '@progressive-delivery/engine/src/targets/applications/readMapping';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import {
  applicationSchema,
  Glob,
  GlobWork,
} from '@progressive-delivery/engine';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveApplications } from './applicationList';

/** What is done with an input, and with something harmless of the same size. */
export interface ObjectInput {
  name: string;
  hostile: () => Promise<unknown>;
  harmless: () => Promise<unknown>;
}

const bomb = Array.from(
  { length: 9 },
  (_, level) =>
    `a${level}: &a${level} [${Array(10)
      .fill(level === 0 ? 'x' : `*a${level - 1}`)
      .join(',')}]\n`,
).join('');

/** The same function, given the one and the other. */
function given<T>(
  name: string,
  run: (input: T) => unknown,
  hostile: T,
  harmless: T,
): ObjectInput {
  return {
    name,
    hostile: async () => run(hostile),
    harmless: async () => run(harmless),
  };
}

function skipped(revision: string) {
  return skippedFrom(
    rolloutWith({
      metadata: { annotations: { 'rollout.argoproj.io/revision': revision } },
      steps: [{ setWeight: 10 }],
      status: { currentStepIndex: 1 },
    }),
    {
      analysisRuns: [],
      experiments: [],
      events: [
        eventWith(
          'RolloutUpdated',
          `Rollout updated to revision ${'a'.repeat(40)}`,
          '10:00:00',
        ),
      ],
    },
  );
}

/** Half a second of a timer that is to ring in so many hours. */
async function waits(hours: number) {
  const coalescer = Coalescer.create({ interval: 1, run: () => {} });
  coalescer.add('pause', { after: hours * 3_600_000 });
  await sleep(500);
  coalescer.close();
}

const index = (more: string) => `apiVersion: v1\n${more}entries: {}\n`;
const words = (length: number) => `text: ${'x'.repeat(length)}\n`;

export const objectInputs: ObjectInput[] = [
  given('an annotation that is a pattern', skipped, '(a|a)+x', 'aaaaaaa'),
  given('an annotation that is no pattern', skipped, '(', '2'),
  given('a pause of 600 hours', waits, 600, 1),
  given(
    'stars in an AppProject',
    (pattern: string) =>
      Glob.compile(pattern, '/')?.matches('a'.repeat(5_000), GlobWork.create()),
    `${'*a'.repeat(50)}b`,
    `${'aa'.repeat(50)}b`,
  ),
  given(
    '2,000 Applications that all point back, with a thousand patterns and annotations of 100 KB',
    resolveApplications,
    {
      entities: `component:default/attacked,${'a,'.repeat(50_000)}`,
      repoURL: `https://git.example.com/${'a'.repeat(2_000)}`,
      sourceRepos: Array(1_000).fill(`https://${'*a'.repeat(200)}b`),
    },
    {
      entities: 'x'.repeat(100_000),
      repoURL: `https://git.example.com/${'b'.repeat(2_000)}`,
      sourceRepos: Array(1_000).fill(`https://${'aa'.repeat(200)}b`),
    },
  ),
  given(
    'CODEOWNERS with patterns that reach everywhere in a deep path',
    (pattern: string) =>
      codeOwners(
        `${pattern} @a\n`.repeat(500_000 / pattern.length),
        `${'a/'.repeat(2_000)}values.yaml`,
        'gitlab',
      ),
    `/${'**/a/'.repeat(200)}b`,
    `/${'aa/aa/'.repeat(166)}b`,
  ),
  given(
    'CODEOWNERS of 4,500 rules that cover a file, of 20 owners each',
    (rule: string) => codeOwners(rule.repeat(4_500), 'values.yaml', 'gitea'),
    `.* ${'@abc '.repeat(20)}\n`,
    `a* ${'@abc '.repeat(20)}\n`,
  ),
  given(
    'values of an Application that are nested 5,000 levels deep',
    (valuesObject: string) =>
      JSON.stringify(
        applicationSchema.safeParse({
          metadata: { name: 'a', namespace: 'a' },
          spec: {
            source: {
              repoURL: 'a',
              helm: { valuesObject: JSON.parse(valuesObject) },
            },
          },
        }),
      ),
    `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    JSON.stringify({ a: 'x'.repeat(30_000) }),
  ),
  given(
    'an alias bomb in values of an Application',
    (text: string) => readMapping(text, 'values.yaml'),
    bomb,
    words(bomb.length),
  ),
  given(
    'an alias bomb in an index.yaml',
    (text: string) =>
      readIndex(index(text), 'web', 'https://charts.example.com'),
    bomb,
    words(bomb.length),
  ),
];
