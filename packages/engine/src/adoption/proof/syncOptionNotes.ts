import { AdoptionNote } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CannotAdoptError, note } from '../texts/AdoptionText';
import { AdoptionTrial } from './AdoptionTrial';
import { lacksPruneLast, syncOptionsOf } from './comparing/compareOff';
import { readRendering } from './comparing/RenderedObject';
import { whenAllEnd } from './whenAllEnd';

/**
 * Where a chart takes annotations from the values: what becomes of sync options that somebody has among these.
 *
 * @param files - paths of values files with which it renders
 */
export async function syncOptionNotes(
  trial: AdoptionTrial,
  files: readonly string[],
): Promise<AdoptionNote[]> {
  const notes = await whenAllEnd(
    [...trial.plan.syncOptions].map(async ([path, values], index) => {
      const file = await trial.valuesFile(`sync-options-${index}`, values);
      const [was, off] = await whenAllEnd(
        (['before', 'after'] as const).map(which =>
          trial.helm.template(trial.input(which, [...files, file])),
        ),
      );
      const has =
        was.state === 'rendered' &&
        holds(was.text, objects =>
          objects.some(
            object =>
              trial.isAdopted(object) && syncOptionsOf(object) !== undefined,
          ),
        );
      const isKept =
        off.state === 'rendered' &&
        holds(off.text, objects =>
          objects.every(
            object => !trial.isAdopted(object) || !lacksPruneLast(object),
          ),
        );
      return has && !isKept ? [note('syncOptionsFromValues', { path })] : [];
    }),
  );
  return notes.flat();
}

/** Whether something is so of a rendering; nothing is of one that says a key twice. */
function holds(
  text: string,
  what: (objects: ReturnType<typeof readRendering>) => boolean,
): boolean {
  try {
    return what(readRendering(text));
  } catch (error) {
    if (error instanceof CannotAdoptError) {
      return false;
    }
    throw error;
  }
}
