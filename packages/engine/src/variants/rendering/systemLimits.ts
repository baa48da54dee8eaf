import { availableParallelism } from 'node:os';
import { RenderLimits } from '../../RenderLimits';

const MEBIBYTE = 1024 * 1024;

/**
 * The command, with its arguments, that a tool is run by within limits; empty without `prlimit`. Memory is limited by its
 * data rather than its address space, of which Go programs reserve much more than they use; and the processor's time on
 * all cores, so that a tool also ends where this process was killed and cannot end it.
 *
 * @param prlimit - path of the command that limits; absent where the machine has none
 */
export function systemLimits(
  { memoryMebibytes, seconds }: RenderLimits,
  prlimit: string | undefined,
): string[] {
  return prlimit
    ? [
        prlimit,
        `--data=${memoryMebibytes * MEBIBYTE}`,
        `--cpu=${seconds * availableParallelism()}`,
        '--core=0',
        '--',
      ]
    : [];
}
