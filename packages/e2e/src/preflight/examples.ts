/** A component of the example in one of the places that it is delivered to. */
export interface Example {
  /** Its name in the catalog, and that of its workload. */
  component: 'agents' | 'agents-controllers';
  switch: string;
  /** Title of the target: name of the Application and of its namespace. */
  target: 'agents' | 'agents-staging';
}

/** Each of them. */
export const examples: Example[] = (
  [
    ['agents', 'controlPlane'],
    ['agents-controllers', 'controllers'],
  ] as const
).flatMap(([component, key]) =>
  (['agents-staging', 'agents'] as const).map(target => ({
    component,
    switch: `${key}.progressiveDelivery.enabled`,
    target,
  })),
);
