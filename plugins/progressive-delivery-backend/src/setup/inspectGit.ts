import {
  cannotPreview,
  InspectedTool,
  inspectTool,
} from '@progressive-delivery/engine';

const CONFIGURATION = 'progressiveDelivery.tools.git';

/** Before, git read the configuration of the machine whatever it was told (`GIT_CONFIG_GLOBAL` came with 2.32). */
const OLDEST = { major: 2, minor: 32 };

/** The git command, or why repositories cannot be read with it. */
export async function inspectGit(command: string): Promise<InspectedTool> {
  const git = await inspectTool(command, CONFIGURATION, ['--version']);
  if (git.state === 'unusable') {
    return git;
  }
  const version = git.version.replace(/^git version /, '');
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined) {
    return {
      state: 'unusable',
      error: cannotPreview({
        id: 'toolVersionInvalid',
        parameters: { version, configuration: CONFIGURATION },
      }),
    };
  }
  const old =
    Number(major) < OLDEST.major ||
    (Number(major) === OLDEST.major && Number(minor) < OLDEST.minor);
  return old
    ? {
        state: 'unusable',
        error: cannotPreview({
          id: 'gitTooOld',
          parameters: {
            version,
            wanted: `${OLDEST.major}.${OLDEST.minor}`,
            configuration: CONFIGURATION,
          },
        }),
      }
    : { ...git, version };
}
