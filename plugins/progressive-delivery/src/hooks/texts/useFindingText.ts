import {
  Finding,
  Unchecked,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useMessageText } from './useMessageText';

/** Says what a check has found in the user's language, or in the words of the check where it has its own. */
export function useFindingText(): (
  finding: Finding,
  part: 'seen' | 'why' | 'remedy' | 'code',
) => string {
  const messageText = useMessageText();
  return useCallback(
    (finding, part) => {
      const { message, parameters } = finding;
      const text = finding[part] ?? '';
      return message === undefined
        ? text
        : messageText('finding', {
            id: `${message}.${part}`,
            parameters,
            text,
          });
    },
    [messageText],
  );
}

/** Says why a check could not look, and what would let it. */
export function useUncheckedText(): (
  unchecked: Unchecked,
  part: 'reason' | 'remedy',
) => string {
  const messageText = useMessageText();
  return useCallback(
    (unchecked, part) =>
      messageText('unchecked', {
        id: `${unchecked.message}.${part}`,
        parameters: unchecked.parameters,
        text: unchecked[part],
      }),
    [messageText],
  );
}
