import { z } from 'zod/v4';
import { openEnum } from './openEnum';
import { reasonSchema } from './reasons';
import { messageSchema, messagesSchema, UnknownMessage } from './texts';

/**
 * Those that this version knows.
 *
 * @public
 */
export const knownSwitchTrialMessageSchema = z.discriminatedUnion('id', [
  messageSchema('noEffect', {}),
  messageSchema('dependencyDisabled', { condition: z.string() }),
  messageSchema('chartNameForAlias', {
    chart: z.string(),
    aliases: z.array(z.string()),
  }),
  messageSchema('apiMissing', { apis: z.array(z.string()) }),
  /** `said`: in the words of the tool, or why it was not even tried or was ended. */
  messageSchema('doesNotRender', {
    said: z.union([z.string(), reasonSchema]),
  }),
  messageSchema('tooManySwitches', { tried: z.number() }),
  messageSchema('setElsewhere', {}),
]);

/**
 * Why turning a switch on or off has no effect, or why its effect is not known.
 *
 * - `noEffect`: what is rendered stays the same; nothing tells why
 * - `dependencyDisabled`: the same, because the chart that reads the switch is not rendered
 * - `chartNameForAlias`: the same, because a dependency reads its values under its alias
 * - `apiMissing`: the same; the chart asks for APIs that the cluster does not have
 * - `doesNotRender`: the overlay does not render with the switch flipped
 * - `tooManySwitches`: the chart has more switches than are tried; the preview tells what this one does
 * - `setElsewhere`: trying it would need a change that is not one of this overlay
 *
 * @public
 */
export type SwitchTrialMessage =
  | z.infer<typeof knownSwitchTrialMessageSchema>
  | UnknownMessage;

/** @public */
export const switchTrialMessageSchema: z.ZodType<SwitchTrialMessage> =
  messagesSchema(knownSwitchTrialMessageSchema);

/**
 * What flipping a switch does to what is rendered.
 *
 * - `pending`: not known yet
 * - `changes`: something that is rendered changes
 * - `same`: nothing changes; `message` says why
 * - `failed`: the overlay does not render then; `message` says why
 * - `not-tried`: not known; `message` says why
 *
 * @public
 */
export const switchTrialSchema = z.object({
  state: openEnum(
    ['pending', 'changes', 'same', 'failed', 'not-tried'],
    'unknown',
  ),
  message: switchTrialMessageSchema.optional(),
});

/** @public */
export type SwitchTrial = z.infer<typeof switchTrialSchema>;

/**
 * How far a target is rendered. As long as it is `pending`, workloads in Git and trials of switches are not all known;
 * where it `failed`, the target's problems say why.
 *
 * @public
 */
export const targetRenderingSchema = z.object({
  state: openEnum(['pending', 'done', 'failed'], 'unknown'),
});

/** @public */
export type TargetRendering = z.infer<typeof targetRenderingSchema>;
