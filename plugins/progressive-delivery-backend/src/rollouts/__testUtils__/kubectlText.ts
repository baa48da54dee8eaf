import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const RECORDED = resolve(__dirname, '../__fixtures__/recorded');

/** Where the values of fields begin. */
const VALUE_COLUMN = 17;

/** What `kubectl argo rollouts get rollout` says, in its own words; what it does not print is empty. */
export interface KubectlText {
  phase: string;
  message: string;
  strategy: string;
  /** `1/4` */
  step: string;
  setWeight: string;
  actualWeight: string;
  /** Desired, current, updated, ready and available. */
  replicas: string;
  /** Those of the Rollout itself. */
  replicaSets: { revision: number; name: string; tags: string[] }[];
}

/** The names of the scenarios that were recorded with the real controller. */
export function recordedScenarios(): string[] {
  return readdirSync(RECORDED).sort();
}

/** What the plugin said of the objects of a recorded scenario. */
export function kubectlText(scenario: string): KubectlText {
  const lines = readFileSync(
    resolve(RECORDED, scenario, 'kubectl.txt'),
    'utf8',
  ).split('\n');
  const field = (name: string): string => {
    const line = lines.find(each => each.trimStart().startsWith(`${name}:`));
    return line?.slice(VALUE_COLUMN) ?? '';
  };
  return {
    // A symbol comes before the word.
    phase: field('Status').replace(/^\S+ /, ''),
    message: field('Message'),
    strategy: field('Strategy'),
    step: field('Step'),
    setWeight: field('SetWeight'),
    actualWeight: field('ActualWeight'),
    replicas: ['Desired', 'Current', 'Updated', 'Ready', 'Available']
      .map(field)
      .join(' '),
    replicaSets: replicaSetsIn(lines),
  };
}

const REVISION = /^[│├└─ ]*# revision:(\d+)/;

/**
 * Those of Experiments are indented further. The last column holds what it is to the Rollout, and may be empty.
 */
const REPLICA_SET =
  /^[│├└─ ]{6}⧉ (?<name>\S+) +ReplicaSet +\S+ \S+ +\S+ *(?<tags>\S*)$/;

function replicaSetsIn(lines: string[]): KubectlText['replicaSets'] {
  let revision = 0;
  return lines.flatMap(line => {
    revision = Number(REVISION.exec(line)?.[1] ?? revision);
    const { name, tags = '' } = REPLICA_SET.exec(line.trimEnd())?.groups ?? {};
    return name
      ? [{ revision, name, tags: tags.split(',').filter(Boolean) }]
      : [];
  });
}
