/** The values that make up a canary of a component. */
export interface Canary {
  canarySteps: unknown[];
  trafficRouting?: object;
  canaryService?: string;
  stableService?: string;
}

/** Values that give the controllers this canary. */
export const withCanary = (canary: Canary): object => ({
  controllers: { progressiveDelivery: { enabled: true, ...canary } },
});
