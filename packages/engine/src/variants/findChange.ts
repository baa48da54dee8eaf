import { ConflictError, NotFoundError } from '@backstage/errors';
import { SwitchChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemError } from '../errors/problemError';
import { SwitchReader } from '../switches/SwitchReader';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { FoundTools } from './rendering/RenderTools';
import { RenderedVariants, renderVariants } from './rendering/renderVariants';
import {
  LaidOutTarget,
  renderingDigest,
  TargetLayouts,
} from './rendering/TargetLayouts';
import { TargetRenderings } from './rendering/TargetRenderings';
import { SourceSwitch, SwitchEdit, switchesOf } from './switches/switchesOf';
import { laidOutDescription, TargetDescription } from './TargetDescription';

interface CallOptions {
  signal?: AbortSignal;
}

interface FindChangeOptions {
  layouts: TargetLayouts;
  renderings: TargetRenderings;
  switchReader: SwitchReader;
}

/** A change of a switch, as a target is now, before anything is rendered. */
export interface FoundChange {
  laidOut: LaidOutTarget;
  requested: SourceSwitch;
  edit: SwitchEdit;
  /** Whether Git holds the requested value already: then the edit changes nothing. */
  alreadySet: boolean;
  /** Where this switch and the others of the target are edited. */
  editPlaces: TargetDescription['editPlaces'];
  tools: FoundTools;
  /** Of everything that goes into both variants but the tools. */
  digest: string;
  /** Both variants, unmasked. They are rendered only where they are not kept. */
  render(call: CallOptions): Promise<RenderedVariants>;
}

/**
 * Finds the switch that somebody wants to change, and the edit that does it.
 *
 * @param call.onEdit - told what is edited as soon as it is known
 * @throws NotFoundError where the target has no such switch
 * @throws ConflictError where it cannot be proposed, and why
 */
export async function findChange(
  target: DeliveryTarget,
  change: SwitchChange,
  { layouts, renderings, switchReader }: FindChangeOptions,
  {
    onEdit,
    signal,
  }: CallOptions & {
    onEdit?(edited: Pick<FoundChange, 'edit' | 'editPlaces'>): void;
  },
): Promise<FoundChange> {
  const laidOut = await layouts.layOut(target, { signal });
  const switches = await switchesOf(laidOut.sources, switchReader, {
    helm: await renderings.helmVersion(target),
    signal,
  });
  const requested = switches.find(({ id }) => id === change.switch);
  if (!requested) {
    const [notRendered] = laidOut.notRendered;
    if (notRendered) {
      // It may be a switch of what could not be read.
      throw notRendered;
    }
    throw new NotFoundError(
      `${target.title} has no switch ${change.switch}; its switches: ${
        switches.map(({ id }) => id).join(', ') || 'none'
      }`,
    );
  }
  if (!requested.edit) {
    throw notProposable(requested);
  }
  const tools = await renderings.findTools(target, { signal });
  const alreadySet = requested.enabled === change.enabled;
  const edit = alreadySet
    ? { ...requested.edit, after: requested.edit.before }
    : requested.edit;
  const { editPlaces } = laidOutDescription(laidOut, switches);
  onEdit?.({ edit, editPlaces });
  const edited = { kind: 'edit', edit } as const;
  return {
    laidOut,
    requested,
    edit,
    alreadySet,
    editPlaces,
    tools,
    digest: renderingDigest(laidOut, edited),
    render: call =>
      renderVariants(laidOut, tools, { renderings, change: edited, ...call }),
  };
}

function notProposable({
  id,
  notProposable: because,
}: SourceSwitch): ConflictError {
  return because
    ? problemError(ConflictError, {
        id: 'switchNotProposable',
        parameters: { switch: id, notProposable: because },
      })
    : new ConflictError(`No pull request can change ${id}`);
}
