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
export * from './targets/notProposable';
export * from './targets/notPreparable';
export * from './adoptionText';
export * from './targets/unusableTarget';
export * from './setupProblem';
export * from './doctor';
export * from './targets/deliveryTarget';
export * from './comparison/comparisonSentence';
export * from './comparison/finding';
export * from './comparison/comparison';
export * from './comparison/comparisonMessage';
export * from './comparison/formatFieldPath';
export * from './visibleText';
export * from './comparison/hiddenValue';
export * from './journey';
export * from './proposal';
export * from './chartPreparation';
export * from './rollouts';
export * from './fleet';
