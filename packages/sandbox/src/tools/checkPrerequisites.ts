import { CustomErrorBase } from '@backstage/errors';
import { runCommand } from '../processes/runCommand';

/** Something that must be on the machine is not. */
class MissingPrerequisiteError extends CustomErrorBase {
  name = 'MissingPrerequisiteError' as const;
}

/** A command that builds need, and the oldest release that will do. */
export interface Prerequisite {
  command: string;
  args: string[];
  title: string;
  oldest: [major: number, minor: number];
  why: string;
}

export const goPrerequisite: Prerequisite = {
  command: 'go',
  args: ['env', 'GOVERSION'],
  title: 'Go',
  oldest: [1, 21],
  why: 'It builds the sandbox, and fetches the newer Go release that some parts need by itself.',
};

export const gitPrerequisite: Prerequisite = {
  command: 'git',
  args: ['--version'],
  title: 'Git',
  oldest: [2, 27],
  why: 'Gitea and Argo CD call it.',
};

export const compilerPrerequisite: Prerequisite = {
  command: process.env.CC ?? 'gcc',
  args: ['-dumpfullversion', '-dumpversion'],
  title: 'A C compiler (gcc)',
  oldest: [4, 8],
  why: 'Gitea keeps its data in SQLite, which is written in C.',
};

/**
 * @throws {@link MissingPrerequisiteError} that says what is missing or too old, which version was found, and what
 * to do
 */
export async function checkPrerequisites(
  prerequisites: Prerequisite[],
): Promise<void> {
  const problems = await Promise.all(prerequisites.map(findProblem));
  const found = problems.filter(problem => problem !== undefined);
  if (found.length > 0) {
    throw new MissingPrerequisiteError(found.join('\n'));
  }
}

async function findProblem(
  prerequisite: Prerequisite,
): Promise<string | undefined> {
  const { command, args, title, oldest, why } = prerequisite;
  const wanted = oldest.join('.');
  let said: string;
  try {
    said = await runCommand(command, {
      args,
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    });
  } catch {
    return `${title} ${wanted} or newer is needed, and there is no working "${command}" on the PATH. ${why} Install it and run the same command again.`;
  }
  return isNewEnough(said, oldest)
    ? undefined
    : `${title} ${wanted} or newer is needed, and "${command}" is ${said.trim()}. ${why} Install a newer one and run the same command again.`;
}

/** Whether the first version number in a command's output is not below the oldest one that will do. */
export function isNewEnough(
  said: string,
  oldest: Prerequisite['oldest'],
): boolean {
  const [, major, minor] = /(\d+)(?:\.(\d+))?/.exec(said) ?? [];
  const found = [Number(major ?? 0), Number(minor ?? 0)];
  return (
    found[0] > oldest[0] || (found[0] === oldest[0] && found[1] >= oldest[1])
  );
}
