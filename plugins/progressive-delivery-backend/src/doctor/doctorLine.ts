import {
  ContentOf,
  DoctorLine,
  DoctorMessage,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '@progressive-delivery/engine';
import { DeadlineError, withDeadline } from '../clusters/withDeadline';

/** Seconds that a look at one cluster, installation or host may take. */
const SECONDS = 20;

/** What is looked at. */
export type Part = Pick<DoctorLine, 'area' | 'subject'>;

export function doctorLine(
  { area, subject }: Part,
  state: DoctorLine['state'],
  message: ContentOf<DoctorMessage>,
  yaml?: string,
): DoctorLine {
  return { area, subject, state, message: toMessage('doctor', message), yaml };
}

/**
 * Looks at one part of the installation. Whatever goes wrong with it is a line as well, and hides no other: those that
 * were there before, or of other parts.
 *
 * @param look - is given what takes a line
 */
export async function lookAt(
  part: Part,
  signal: AbortSignal,
  look: (
    report: (...lines: DoctorLine[]) => void,
    signal: AbortSignal,
  ) => Promise<void>,
): Promise<DoctorLine[]> {
  const lines: DoctorLine[] = [];
  try {
    await withDeadline(
      SECONDS * 1000,
      either => look((...each) => lines.push(...each), either),
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    lines.push(
      doctorLine(
        part,
        'unknown',
        error instanceof DeadlineError
          ? { id: 'tookTooLong', parameters: { seconds: SECONDS } }
          : couldNotLook(error),
      ),
    );
  }
  // Without what comes after that.
  return [...lines];
}

export function couldNotLook(error: unknown): ContentOf<DoctorMessage> {
  const message = error instanceof Error ? problemOf(error) : String(error);
  return { id: 'couldNotLook', parameters: { message } };
}
