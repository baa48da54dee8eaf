import { Adoption } from './adoptChart';

/** What people are told of a prepared chart, a line each, in English. */
export interface DescribedProof {
  /** Its switches, and what each of them turns. */
  switches: string[];
  /** With which values it was rendered. */
  values: string;
  /** What that has proved. */
  proved: string[];
}

export function describeProof({
  proof,
  workloads,
}: Pick<
  Extract<Adoption, { state: 'prepared' }>,
  'proof' | 'workloads'
>): DescribedProof {
  const several = workloads.length > 1;
  const replicas = workloads.some(({ replicasAdded }) => replicasAdded);
  return {
    switches: [
      ...(several ? ['progressiveDelivery.enabled: all of them'] : []),
      ...workloads.map(
        ({ line, switchPath, template }) =>
          `${switchPath}: ${template}, line ${line}`,
      ),
    ],
    values: proof.values.join('; '),
    proved: [
      `off, it renders what it did before, but for the annotation PruneLast=true${
        replicas ? ', and replicas where an autoscaler had left it out' : ''
      }`,
      `on, it renders a Rollout of the same name, labels, selector and pod template instead of ${proof.workloads.join(
        ', ',
      )}, and nothing else changes but what points at it`,
      ...(several ? ['each switch alone turns its own workload only'] : []),
      'helm lint --strict says no more than before',
      ...(proof.schema
        ? ['the schema accepts and refuses what it should']
        : []),
    ],
  };
}
