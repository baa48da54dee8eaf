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
    values: proof.values.map(({ text }) => text).join('; '),
    proved: [
      `with the switch off, it renders the same as before, except for the annotation PruneLast=true${
        replicas ? ' and for replicas, also with an autoscaler' : ''
      }`,
      `with the switch on, it renders a Rollout with the same name, labels, selector and pod template instead of ${proof.workloads.join(
        ', ',
      )}, and nothing else changes except references to it`,
      ...(several ? ['each switch changes only its own workload'] : []),
      'helm lint --strict reports nothing new',
      ...(proof.schema
        ? ['the schema accepts the switch on and off, and rejects other values']
        : []),
    ],
  };
}
