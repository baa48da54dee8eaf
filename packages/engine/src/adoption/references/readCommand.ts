/** A part of a line that says something else with the switch on. */
export interface CommandChange {
  /** Columns in the line. */
  start: number;
  end: number;
  instead: string;
}

/** Where a line names a Deployment, in columns: `deployment/web`, `deploy web`. */
export interface NamedDeployment {
  start: number;
  /** Behind `deployment`. */
  typeEnd: number;
  nameStart: number;
  nameEnd: number;
  /** Whether a slash is between the two. */
  slash: boolean;
}

/** What stands for the characters of an action, so that it has no space in it. */
export const ACTION = '\0';

/**
 * What takes any resource that there is (kubectl v1.36 pkg/cmd). Commands that look for the pods of a workload, such as
 * `logs`, `exec` and `port-forward`, know built-in kinds only (pkg/polymorphichelpers/helpers.go, SelectorsForObject).
 */
const ANY_RESOURCE = [
  'annotate',
  'delete',
  'describe',
  'edit',
  'get',
  'label',
  'scale',
  'wait',
];

/** What `kubectl argo rollouts` does as `kubectl rollout` does with a Deployment. */
const OF_PLUGIN = ['restart', 'status', 'undo'];
/** What both of these understand. */
const FLAG_OF_PLUGIN =
  /^(?:-n|-w|--(?:context|kubeconfig|namespace|timeout|to-revision|watch))(?:=|$)/;
const TAKES_VALUE =
  /^(?:-[nlo]|--(?:context|for|kubeconfig|namespace|output|replicas|selector|timeout|to-revision))$/;

const COMMAND = /(?<![\w./-])kubectl\s+/g;
const NAME_ENDS = /^(?:$|[\s|;&>)\\"'`])/;
/** A quote that is closed right behind a name, which closes the command. */
const QUOTE = /^\\?["'`]/;
const COMMAND_ENDS = /[|;&>)]|\s#/;

/**
 * What of a command of kubectl has to be different where the Deployment that it names is a Rollout.
 *
 * @param line - with {@link ACTION} in place of its actions
 * @param options.isNotes - whether its line is one that people read: it may need the kubectl plugin of Argo Rollouts, and its end is
 * that of the command, which it need not be in YAML
 * @returns `undefined` where there is no such command, or it can do nothing with a Rollout
 */
export function readCommand(
  line: string,
  { nameEnd, nameStart, slash, start, typeEnd }: NamedDeployment,
  { isNotes, text }: { isNotes: boolean; text: string },
): CommandChange | undefined {
  const command = [...line.slice(0, start).matchAll(COMMAND)].at(-1);
  const rest = line.slice(nameEnd);
  if (!command || !NAME_ENDS.test(rest)) {
    return undefined;
  }
  const begin = command.index + command[0].length;
  const { flags, words } = readArguments(line.slice(begin, start));
  const [verb, ...others] = words.map(({ argument }) => argument);
  const [options] = QUOTE.test(rest) ? [''] : rest.split(COMMAND_ENDS);
  const after = readArguments(options);
  const isLastName =
    after.words.length === 0 &&
    // The command goes on in the next line.
    !/\\\s*$/.test(options) &&
    (isNotes || options.length < rest.length);
  if (
    ANY_RESOURCE.includes(verb) &&
    (slash
      ? // Each with its own kind.
        others.every(other => other.includes('/'))
      : others.length === 0 && isLastName)
  ) {
    const end = slash ? nameStart : typeEnd;
    return {
      start,
      end,
      instead: `rollouts.argoproj.io${line.slice(typeEnd, end)}`,
    };
  }
  const all = [...flags, ...after.flags];
  const [action] = others;
  return isNotes &&
    verb === 'rollout' &&
    OF_PLUGIN.includes(action) &&
    others.length === 1 &&
    isLastName &&
    all.every(({ argument }) => FLAG_OF_PLUGIN.test(argument))
    ? {
        start: begin,
        end: nameStart,
        // kubectl takes no flags before the name of a plugin.
        instead: [
          'argo rollouts',
          action,
          ...flags.map(flag =>
            text.slice(begin + flag.start, begin + flag.end),
          ),
          '',
        ].join(' '),
      }
    : undefined;
}

/** An argument of a command; a flag with its value. */
interface Argument {
  argument: string;
  start: number;
  end: number;
}

function readArguments(line: string): { flags: Argument[]; words: Argument[] } {
  const flags: Argument[] = [];
  const words: Argument[] = [];
  let open: Argument | undefined;
  for (const { 0: argument, index: start } of line.matchAll(/\S+/g)) {
    const end = start + argument.length;
    if (open) {
      open.end = end;
      open = undefined;
    } else if (argument.startsWith('-')) {
      const flag = { argument, start, end };
      flags.push(flag);
      open = TAKES_VALUE.test(argument) ? flag : undefined;
    } else {
      words.push({ argument, start, end });
    }
  }
  return { flags, words };
}
