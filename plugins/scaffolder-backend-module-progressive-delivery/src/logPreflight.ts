import { LoggerService } from '@backstage/backend-plugin-api';
import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Tells who runs the template what preflight checks have found, and which could not look. */
export function logPreflight(
  preflight: Preflight | undefined,
  logger: LoggerService,
): void {
  if (!preflight) {
    logger.warn('No preflight checks ran for this change');
    return;
  }
  const { couldNotLook, found, looked } = preflight.summary;
  logger.info(
    `Preflight: ${looked} checks ran, ${found} with findings, ${couldNotLook} could not complete`,
  );
  for (const { code, id, remedy, seen, severity } of preflight.findings) {
    const text = `${severity}: ${seen} (${id}). ${remedy}`;
    logger[severity === 'info' ? 'info' : 'warn'](
      code === undefined ? text : `${text}\n${code}`,
    );
  }
  for (const { id, reason, remedy } of preflight.unchecked) {
    logger.warn(`${id} could not complete: ${reason}. ${remedy}`);
  }
}
