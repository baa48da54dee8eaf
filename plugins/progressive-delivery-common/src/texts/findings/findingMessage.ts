import { englishText } from '../englishText';
import { MessageParameter } from '../message';
import { FindingMessageId, UncheckedContent } from './findingContent';

/**
 * What a check says, with its English beside it, as it goes on the wire.
 *
 * @public
 */
export function findingMessage({
  message,
  parameters,
}: {
  message: FindingMessageId;
  parameters: Record<string, MessageParameter>;
}): {
  message: FindingMessageId;
  parameters: Record<string, MessageParameter>;
  seen: string;
  why: string;
  remedy: string;
  code?: string;
} {
  const text = (part: string) =>
    englishText('finding', { id: `${message}.${part}`, parameters });
  return {
    message,
    parameters,
    seen: text('seen') ?? message,
    why: text('why') ?? '',
    remedy: text('remedy') ?? '',
    code: text('code'),
  };
}

/**
 * Why a check could not look, with its English beside it, as it goes on the wire.
 *
 * @public
 */
export function uncheckedMessage({ message, parameters }: UncheckedContent): {
  message: UncheckedContent['message'];
  parameters: Record<string, MessageParameter>;
  reason: string;
  remedy: string;
} {
  const text = (part: string) =>
    englishText('unchecked', { id: `${message}.${part}`, parameters });
  return {
    message,
    parameters,
    reason: text('reason') ?? message,
    remedy: text('remedy') ?? '',
  };
}
