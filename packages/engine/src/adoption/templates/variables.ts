import { TemplateAction } from './readActions';
import { TemplateFile } from './TemplateFile';

const VARIABLE = /\$([a-zA-Z_]\w*)/g;
const ASSIGNMENT = /^\$([a-zA-Z_]\w*)\s*:?=\s*([^]+)$/;

/** How many variables are looked up for one action, and how long its code may become: variables may be made of others. */
const LIMITS = { lookups: 100, characters: 10_000 };

/** What the variables of a file are. */
interface Variables {
  assigned: ReadonlyMap<string, readonly Assignment[]>;
  /** Those that a block gives a value, such as a loop. */
  ofBlocks: ReadonlySet<string>;
}

interface Assignment {
  action: TemplateAction;
  value: string;
}

const known = new WeakMap<TemplateFile, Variables>();

/**
 * The code of an action with what its variables are instead of their names, as far as each is given a value once in the
 * file.
 *
 * @param mark - is given what a variable is, and the line where it gets it
 * @returns `undefined` where one of them cannot be known
 */
export function withoutVariables(
  file: TemplateFile,
  code: string,
  mark: (code: string, line: number) => string = each => each,
): string | undefined {
  const variables = known.get(file) ?? readVariables(file);
  known.set(file, variables);
  let lookups = 0;
  return replaced(code, []);

  function replaced(
    text: string,
    within: readonly string[],
  ): string | undefined {
    let isKnown = true;
    const result = text.replace(VARIABLE, (variable, name: string) => {
      lookups += 1;
      const [first, ...others] = variables.assigned.get(name) ?? [];
      if (
        !isKnown ||
        lookups > LIMITS.lookups ||
        !first ||
        others.length > 0 ||
        within.includes(name) ||
        variables.ofBlocks.has(name)
      ) {
        isKnown = false;
        return variable;
      }
      const value = replaced(
        mark(first.value, file.lineOf(first.action.start)),
        [...within, name],
      );
      isKnown &&= value !== undefined;
      return value === undefined || /^\S+$/.test(value) || text === variable
        ? value ?? variable
        : `(${value})`;
    });
    return isKnown && result.length <= LIMITS.characters ? result : undefined;
  }
}

function readVariables({ actions, blocks }: TemplateFile): Variables {
  const assigned = new Map<string, Assignment[]>();
  for (const action of actions) {
    const [, name, value] = ASSIGNMENT.exec(action.code) ?? [];
    if (name !== undefined) {
      const others = assigned.get(name);
      if (others) {
        others.push({ action, value });
      } else {
        assigned.set(name, [{ action, value }]);
      }
    }
  }
  const ofBlocks = new Set(
    blocks
      .flatMap(({ argument }) => argument.split(/[|(]/))
      .flatMap(part => [
        ...part
          .slice(0, Math.max(part.lastIndexOf(':='), 0))
          .matchAll(VARIABLE),
      ])
      .map(([, name]) => name),
  );
  return { assigned, ofBlocks };
}
