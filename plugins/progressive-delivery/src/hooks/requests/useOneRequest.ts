import { useCallback, useEffect, useRef } from 'react';
import { toError } from '../../errors/toError';

interface RequestOutcome<T> {
  onAnswer: (answer: T) => void;
  onFailure: (error: Error) => void;
}

/** Sends one request at a time, and gives it up when the component goes; answers whether it was sent. */
export function useOneRequest(): <T>(
  send: (signal: AbortSignal) => Promise<T>,
  outcome: RequestOutcome<T>,
) => boolean {
  const request = useRef<AbortController>();
  useEffect(
    () => () => {
      request.current?.abort();
      request.current = undefined;
    },
    [],
  );
  return useCallback((send, { onAnswer, onFailure }) => {
    if (request.current) {
      return false;
    }
    const controller = new AbortController();
    const { signal } = controller;
    request.current = controller;
    send(signal).then(
      answer => {
        if (!signal.aborted) {
          request.current = undefined;
          onAnswer(answer);
        }
      },
      thrown => {
        if (!signal.aborted) {
          request.current = undefined;
          onFailure(toError(thrown));
        }
      },
    );
    return true;
  }, []);
}
