import {
  TemplateAction,
  TemplateDepthError,
  TemplateSyntaxError,
} from './readActions';

/** What an `{{ end }}` closes. */
export interface TemplateBlock {
  keyword: string;
  /** What stands behind the keyword: a condition, what is looped over, a name. */
  argument: string;
  open: TemplateAction;
  /** What it is in itself. */
  within: TemplateBlock | undefined;
  /** Its `{{ else }}`s. */
  elses: TemplateAction[];
  end: TemplateAction;
}

/** Deeper ones would take time that grows with the square of their number; nobody writes them. */
const DEPTH = 100;

const OPENS = /^(if|with|range|define|block)\b\s*([^]*)$/;

/**
 * The blocks of a template, in the order in which they open.
 *
 * @throws TemplateSyntaxError where they do not match
 * @throws TemplateDepthError where more than 100 are in one another
 */
export function readBlocks(
  actions: readonly TemplateAction[],
): TemplateBlock[] {
  const blocks: TemplateBlock[] = [];
  const open: TemplateBlock[] = [];
  for (const action of actions) {
    const [, keyword, argument] = OPENS.exec(action.code) ?? [];
    const within = open.at(-1);
    if (keyword) {
      // Its end is known when it comes.
      const block: TemplateBlock = {
        keyword,
        argument,
        open: action,
        within,
        elses: [],
        end: action,
      };
      blocks.push(block);
      open.push(block);
      if (open.length > DEPTH) {
        throw new TemplateDepthError(action.start);
      }
    } else if (/^else\b/.test(action.code)) {
      required(within, action).elses.push(action);
    } else if (action.code === 'end') {
      required(within, action).end = action;
      open.pop();
    }
  }
  const [unclosed] = open;
  if (unclosed) {
    throw new TemplateSyntaxError(unclosed.open.start);
  }
  return blocks;
}

function required(
  block: TemplateBlock | undefined,
  action: TemplateAction,
): TemplateBlock {
  if (!block) {
    throw new TemplateSyntaxError(action.start);
  }
  return block;
}
