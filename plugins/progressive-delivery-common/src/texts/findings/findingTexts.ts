import { MessageParameter } from '../message';
import { applicationFindingTexts } from './applicationFindingTexts';
import { clusterFindingTexts } from './clusterFindingTexts';
import { PlaceholdersOf } from './placeholders';
import { renderedFindingTexts } from './renderedFindingTexts';

/**
 * What preflight checks say: what was `seen`, `why` it matters, the `remedy`, and the `code` for it: lines to add or a
 * command to run.
 */
export const findingTexts = {
  ...renderedFindingTexts,
  ...applicationFindingTexts,
  ...clusterFindingTexts,
} as const;

type FindingTextKey = keyof typeof findingTexts;

/**
 * What there is to say, such as `pruneLastMissing`.
 *
 * @public
 */
export type FindingMessageId = FindingTextKey extends infer Key
  ? Key extends `${infer Id}.seen`
    ? Id
    : never
  : never;

type ParameterOf<Id extends FindingMessageId> = PlaceholdersOf<
  (typeof findingTexts)[Extract<FindingTextKey, `${Id}.${string}`>]
>;

/**
 * Id and parameters of what a check says.
 *
 * @public
 */
export type FindingContent = {
  [Id in FindingMessageId]: {
    message: Id;
    parameters: { [Name in ParameterOf<Id>]: MessageParameter };
  };
}[FindingMessageId];
