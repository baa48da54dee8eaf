export * from './message';
export * from './texts';
export * from './englishText';
export type {
  FindingContent,
  FindingMessageId,
  UncheckedContent,
  UncheckedMessageId,
} from './findings';
export { findingMessage, uncheckedMessage } from './findings/findingMessage';
