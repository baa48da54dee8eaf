const NAME = '([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?![\\w.-])';
const TYPE =
  '(?:rollouts\\.argoproj\\.io|(?:deployments?|deploy)(?:(?:\\.v1)?\\.apps)?)';
const FLAGS = '((?:-\\S+\\s+(?:[^\\s-]\\S*\\s+)?)*?)';

const OF_KUBECTL = new RegExp(
  `\\bkubectl\\s+${FLAGS}rollout\\s+(\\w+)\\s+${FLAGS}${TYPE}[/\\s]\\s*${NAME}`,
  'g',
);
const OF_PLUGIN = new RegExp(
  `\\bkubectl argo rollouts \\w+ ${FLAGS}${NAME}`,
  'g',
);
const OF_RESOURCE = new RegExp(`(?<![\\w./$-])${TYPE}(/|\\s+)${NAME}`, 'g');
/** All that follows the kind, or the plugin's name: a further name is one of that kind, too. */
const OF_SEVERAL =
  /\b(?:rollouts\.argoproj\.io|kubectl argo rollouts)\s([^|;&>)]*)/g;
const FLAG_AND_VALUE = /(?<!\S)-\S+\s+\S+/g;
const OF_ROLLOUT = new RegExp(`rollouts\\.argoproj\\.io[/\\s]\\s*${NAME}`, 'g');

/** Longer lines are no commands, and take time to read. */
const LONGEST = 10_000;

/**
 * Whether a text says the same with the switch on, but for commands that name a Rollout then instead of a Deployment.
 *
 * @param before - with the switch off
 * @param after - with it on
 * @param deployments - names of what is a Deployment all the same
 */
export function saysTheSame(
  before: string,
  after: string,
  deployments: ReadonlySet<string>,
): boolean {
  // With what goes on in the next line.
  const [was, is] = [before, after].map(text =>
    text.replace(/\\\n/g, ' ').split('\n'),
  );
  return (
    was.length === is.length &&
    is.every(
      (line, index) =>
        line === was[index] ||
        (Math.max(line.length, was[index].length) <= LONGEST &&
          withoutKinds(line) === withoutKinds(was[index]) &&
          !rolloutsIn(line).some(name => deployments.has(name))),
    )
  );
}

/** A line with all commands as they are for Rollouts. */
function withoutKinds(line: string): string {
  return line
    .replace(OF_KUBECTL, 'kubectl argo rollouts $2 $1$3$4')
    .replace(OF_RESOURCE, 'rollouts.argoproj.io$1$2')
    .replace(/\s+/g, ' ');
}

function rolloutsIn(line: string): string[] {
  return [
    ...[...line.matchAll(OF_PLUGIN)].map(([, , name]) => name),
    ...[...line.matchAll(OF_ROLLOUT)].map(([, name]) => name),
    ...[...line.matchAll(OF_SEVERAL)].flatMap(([, names]) =>
      names.replace(FLAG_AND_VALUE, ' ').split(/[\s"'`/]+/),
    ),
  ];
}
