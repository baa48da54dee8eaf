import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PreviewedComparison } from '../previewSwitch';

/** What there is to report of a preview. */
export type PreviewResult =
  | {
      state: 'previewed';
      /** As it was named. */
      overlay: string;
      comparison: PreviewedComparison;
    }
  | {
      state: 'failed';
      overlay: string;
      /** A sentence, or what a tool said. */
      because: string;
    };

/** Ids of the checks that could not look, or not at everything. */
export function uncheckedIds({ unchecked }: Preflight): string[] {
  return Array.from(new Set(unchecked.map(({ id }) => id)));
}

/** How many checks have looked and what they have found, in a sentence. */
export function foundSentence(preflight: Preflight): string {
  const { findings, summary } = preflight;
  const count = (severity: string) =>
    findings.filter(each => each.severity === severity).length;
  const found = [
    `blocking ${count('block')}`,
    `warnings ${count('warn')}`,
    `to know ${count('info')}`,
  ].join(', ');
  return `${summary.looked} checks looked at everything that they look at. Found: ${found}.`;
}
