import { quoted } from '@progressive-delivery/engine';

/** Why a change is asked for, in the requester's words. */
export function descriptionSection(description: string): string {
  return description.trim() ? `Why:\n\n${quoted(description)}` : '';
}

/** The same as an earlier body has it. */
export function descriptionSectionIn(body: string): string | undefined {
  const [section] =
    /^Why:\n\n(?:>.*(?:\n|$))+/m.exec(body.replaceAll('\r\n', '\n')) ?? [];
  return section?.trimEnd();
}
