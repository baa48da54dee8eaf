import { TemplateAction, TemplateSyntaxError } from './readActions';

/** What an `{{ end }}` closes. */
export interface TemplateBlock {
  keyword: string;
  /** What stands behind the keyword: a condition, what is looped over, a name. */
  argument: string;
  open: TemplateAction;
  /** Its `{{ else }}`s. */
  elses: TemplateAction[];
  end: TemplateAction;
}

const OPENS = /^(if|with|range|define|block)\b\s*([^]*)$/;

/**
 * The blocks of a template, in the order in which they open.
 *
 * @throws TemplateSyntaxError where they do not match
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
        elses: [],
        end: action,
      };
      blocks.push(block);
      open.push(block);
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
