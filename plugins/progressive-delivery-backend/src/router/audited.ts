import { AuditorService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';

/**
 * Does something that is audited, however it ends.
 *
 * @param work - answers with `meta`: what is recorded of its success
 */
export async function audited<T>(
  auditor: AuditorService,
  options: Parameters<AuditorService['createEvent']>[0],
  work: () => Promise<{ answer: T; meta: JsonObject }>,
): Promise<T> {
  const event = await auditor.createEvent(options);
  try {
    const { answer, meta } = await work();
    await event.success({ meta });
    return answer;
  } catch (error) {
    assertError(error);
    await event.fail({ error });
    throw error;
  }
}
