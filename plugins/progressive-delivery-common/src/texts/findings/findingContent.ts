import { MessageParameter } from '../message';
import { messageTexts } from '../texts';
import { PlaceholdersOf } from '../placeholders';

/**
 * What there is to say, such as `pruneLastMissing`.
 *
 * @public
 */
export type FindingMessageId =
  keyof (typeof messageTexts)['finding'] extends infer Key
    ? Key extends `${infer Id}.seen`
      ? Id
      : never
    : never;

/**
 * Id and parameters of what a check says.
 *
 * @public
 */
export type FindingContent = {
  [Id in FindingMessageId]: {
    message: Id;
    parameters: {
      [Name in PlaceholdersOf<
        (typeof messageTexts)['finding'][Extract<
          keyof (typeof messageTexts)['finding'],
          `${Id}.${string}`
        >]
      >]: MessageParameter;
    };
  };
}[FindingMessageId];

/**
 * Why a preflight check may not be able to look, such as `forbidden`.
 *
 * @public
 */
export type UncheckedMessageId =
  keyof (typeof messageTexts)['unchecked'] extends infer Key
    ? Key extends `${infer Id}.reason`
      ? Id
      : never
    : never;

/**
 * Id and parameters of why a check could not look.
 *
 * @public
 */
export type UncheckedContent = {
  [Id in UncheckedMessageId]: {
    message: Id;
    parameters: {
      [Name in PlaceholdersOf<
        (typeof messageTexts)['unchecked'][`${Id}.reason` | `${Id}.remedy`]
      >]: MessageParameter;
    };
  };
}[UncheckedMessageId];
