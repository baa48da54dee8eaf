import { useCallback } from 'react';
import { errorSentence } from '../../errors/errorSentence';
import { problemOf } from '../../errors/problemOf';
import { useMessageText } from './useMessageText';

/** What a person needs to read of an error: in the user's language where it is a text of ours, and else as it came. */
export function useErrorSentence(): (error: unknown) => string {
  const messageText = useMessageText();
  return useCallback(
    error => {
      const problem = problemOf(error);
      return problem ? messageText('problem', problem) : errorSentence(error);
    },
    [messageText],
  );
}
