/** A workload of the example chart and where its overlay's values say which image it runs. */
export interface Workload {
  name: string;
  imageTag: string[];
}

export const workloads: Workload[] = [
  { name: 'agents', imageTag: ['image', 'tag'] },
  { name: 'agents-controllers', imageTag: ['controllers', 'image', 'tag'] },
];
