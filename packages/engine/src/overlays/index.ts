export { ChartLayouts } from './charts/ChartLayouts';
export { namePattern } from './files/namePattern';
export { kustomizeSteps } from './kustomize/kustomizeSteps';
