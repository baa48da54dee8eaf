import { Request } from 'express';

/** Aborts when the caller has gone, so that nothing is fetched or rendered for nobody. */
export function whileConnected(request: Request): AbortSignal {
  const controller = new AbortController();
  request.res?.once('close', () => {
    if (!request.res?.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}
