import { aborts } from './aborts';
import { analyses } from './analyses';
import { blueGreens } from './blueGreens';
import { canaries } from './canaries';
import { changes } from './changes';
import { controllerAbsent } from './controllerAbsent';
import { experiments } from './experiments';
import { failingPods } from './failingPods';
import { invalidSpecs } from './invalidSpecs';
import { routedCanaries } from './routedCanaries';
import type { Scenario } from './Scenario';
import { stepPlugins } from './stepPlugins';
import { twoClusters } from './twoClusters';
import { workloadRefs } from './workloadRefs';

export const scenarios: Scenario[] = [
  ...canaries,
  ...changes,
  ...aborts,
  ...analyses,
  ...experiments,
  ...routedCanaries,
  ...blueGreens,
  ...failingPods,
  ...invalidSpecs,
  ...workloadRefs,
  ...stepPlugins,
  ...twoClusters,
  ...controllerAbsent,
];
