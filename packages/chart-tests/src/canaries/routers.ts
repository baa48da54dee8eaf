export const istio = {
  virtualService: { name: 'agents' },
  destinationRule: {
    name: 'agents',
    canarySubsetName: 'canary',
    stableSubsetName: 'stable',
  },
};
export const routes = { managedRoutes: [{ name: 'beta' }] };
export const services = {
  canaryService: 'agents-canary',
  stableService: 'agents-stable',
};
