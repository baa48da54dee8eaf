/** A workload of the example chart and where its overlay's values say which image it runs. */
export interface Workload {
  name: string;
  imageTag: string[];
  /** Where there is one, it wins over the tag: a release changes both. */
  imageDigest: string[];
}

export const workloads: Workload[] = [
  {
    name: 'agents',
    imageTag: ['image', 'tag'],
    imageDigest: ['image', 'digest'],
  },
  {
    name: 'agents-controllers',
    imageTag: ['controllers', 'image', 'tag'],
    imageDigest: ['controllers', 'image', 'digest'],
  },
];
