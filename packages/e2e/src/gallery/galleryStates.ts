import { GalleryState } from './GalleryState';
import { actionScenarios, actionStates } from './states/actionStates';
import { clusterScenarios, clusterStates } from './states/clusterStates';
import { fleetStates } from './states/fleetStates';
import { gitScenarios, gitStates } from './states/gitStates';
import { liveScenarios, liveStates } from './states/liveStates';
import { manifestScenario, manifestStates } from './states/manifestStates';
import { overviewScenarios, overviewStates } from './states/overviewStates';
import { pageStates } from './states/pageStates';
import { preparationStates } from './states/preparationStates';
import { previewStates } from './states/previewStates';
import { proposalStates } from './states/proposalStates';
import { rolloutScenarios, rolloutStates } from './states/rolloutStates';
import { summaryScenarios, summaryStates } from './states/summaryStates';
import { targetScenarios, targetStates } from './states/targetStates';
import { RecordedStatuses } from './wire/recordedStatuses';

/** All states that are looked at, in the order of the gallery. */
export async function galleryStates(): Promise<GalleryState[]> {
  const recorded = await RecordedStatuses.of([
    ...new Set([
      manifestScenario,
      ...actionScenarios,
      ...clusterScenarios,
      ...gitScenarios,
      ...liveScenarios,
      ...overviewScenarios,
      ...rolloutScenarios,
      ...summaryScenarios,
      ...targetScenarios,
    ]),
  ]);
  return [
    ...pageStates,
    ...targetStates(recorded),
    ...clusterStates(recorded),
    ...gitStates(recorded),
    ...proposalStates(recorded),
    ...rolloutStates(recorded),
    ...liveStates(recorded),
    ...summaryStates(recorded),
    ...actionStates(recorded),
    ...manifestStates(recorded),
    ...previewStates(recorded),
    ...preparationStates(recorded),
    ...overviewStates(recorded),
    ...fleetStates,
  ];
}
