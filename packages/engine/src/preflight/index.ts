export { CheckRunner } from './CheckRunner';
export type { PreflightCheck } from './checks/preflightCheck';
export { Gathering } from './gathering/Gathering';
export { flatMapKnown, known, together, unknown } from './gathering/Known';
export type { Known } from './gathering/Known';
export type { KnownApplication } from './gathering/KnownApplication';
export type { PieceReaders, Pieces } from './gathering/Pieces';
export type { OpenProposal, PreflightAsker } from './gathering/PreflightAsker';
export { namespaceOf } from './gathering/RenderedChange';
export type { RenderedChange } from './gathering/RenderedChange';
export { applicationStatus } from './gathering/applicationStatus';
export { fileReaders } from './gathering/fileReaders';
export {
  deploymentSchema,
  rolloutSchema,
} from './gathering/objects/liveWorkload';
export { namedObjectSchema } from './gathering/objects/namedObject';
export { rolloutDefinitionSchema } from './gathering/objects/rolloutDefinition';
export {
  CONTROLLER_LABEL,
  CONTROLLER_LEASE,
  controllerDeploymentSchema,
  controllerLeaseSchema,
} from './gathering/objects/rolloutsController';
export type { RolloutsControllers } from './gathering/objects/rolloutsController';
export {
  horizontalPodAutoscalerSchema,
  scaledObjectSchema,
  verticalPodAutoscalerSchema,
} from './gathering/objects/scaler';
export {
  destinationRuleSchema,
  disruptionBudgetSchema,
  resourceQuotaSchema,
  serviceSchema,
} from './gathering/objects/selecting';
export { parentName } from './gathering/parentApplication';
export type { ParentApplication } from './gathering/parentApplication';
export { gatheringWithoutCluster } from './gathering/withoutCluster';
export { livePruneLast } from './livePruneLast';
export type { NamedWorkload } from './livePruneLast';
export { preflightChecks } from './preflightChecks';
