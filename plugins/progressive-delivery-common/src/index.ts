/**
 * Wire types, annotations and permissions of the progressive-delivery plugin.
 *
 * @packageDocumentation
 */
export * from './texts';
export * from './reasons';
export * from './switchTrial';
export * from './hosts';
export {
  hostProblemSchema,
  knownHostProblemSchema,
} from './problems/hostProblems';
export type { HostProblem } from './problems/hostProblems';
export * from './problems/problem';
export {
  knownTargetProblemSchema,
  targetProblemSchema,
} from './problems/targetProblems';
export type { TargetProblem } from './problems/targetProblems';
export { openArray } from './openEnum';
export * from './annotations';
export * from './permissions';
export * from './notProposable';
export * from './notPreparable';
export * from './adoptionText';
export * from './unusableTarget';
export * from './setupProblem';
export * from './doctor';
export * from './deliveryTarget';
export * from './comparisonSentence';
export * from './finding';
export * from './comparison';
export * from './comparisonMessage';
export * from './formatFieldPath';
export * from './visibleText';
export * from './hiddenValue';
export * from './journey';
export * from './proposal';
export * from './chartPreparation';
export * from './rollouts';
export * from './fleet';
