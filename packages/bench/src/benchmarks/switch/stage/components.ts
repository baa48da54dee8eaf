/** A component of the example. */
export interface Component {
  /** Its name in the catalog, and those of its workload and its Service. */
  name: 'agents' | 'agents-controllers';
  /** Its part of the values. */
  key: 'controlPlane' | 'controllers';
}

export const components: readonly Component[] = [
  { name: 'agents', key: 'controlPlane' },
  { name: 'agents-controllers', key: 'controllers' },
];
