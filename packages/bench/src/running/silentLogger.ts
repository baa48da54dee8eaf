import { LoggerService } from '@backstage/backend-plugin-api';

const quiet = () => {};

/** For services of the backend that run by themselves: what they would log is not what is measured. */
export const silentLogger: LoggerService = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  child: () => silentLogger,
};
