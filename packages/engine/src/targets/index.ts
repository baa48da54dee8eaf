export { Glob, GlobWork, matchStars } from './access/patterns/glob';
export type { GlobMatch, GlobTerm } from './access/patterns/glob';
export {
  fetchedUrl,
  isPlain,
  normalizeGitUrl,
  readableRepository,
  repositoryPattern,
} from './access/patterns/repositoryUrl';
export type {
  ApplicationTarget,
  DeliveryTarget,
  OverlayTarget,
} from './applications/DeliveryTarget';
export { appProjectSchema } from './applications/appProject';
export type { AppProject } from './applications/appProject';
export { applicationSchema } from './applications/application';
export type {
  Application,
  ApplicationResource,
} from './applications/application';
export {
  applicationRepositories,
  applicationSources,
} from './applications/applicationSources';
export {
  TRACKING_ID,
  WORKLOAD_GROUPS,
  trackedBy,
} from './applications/trackingId';
export type { TrackedObject } from './applications/trackingId';
