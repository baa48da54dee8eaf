import { linesOf } from '../templates/section';
import { LineRange, TemplateFile } from '../templates/TemplateFile';

/** However it is written: in a list, quoted, under a condition, as JSON. */
const KIND = /\bkind["']?\s*:/;
const SCALER =
  /\b(?:HorizontalPodAutoscaler|ScaledObject|VerticalPodAutoscaler)\b/;
const SCALES = /\bscaleTargetRef\b/;

/** The lines in which a document says that it scales something: its kinds, or its targets where these are more. */
export function findScalers(
  file: TemplateFile,
  document: LineRange,
): readonly number[] {
  const [kinds, targets] = [
    saysScaler,
    (line: string) => SCALES.test(line),
  ].map(says =>
    linesOf(document).filter(
      index => says(file.line(index)) && file.kindOf(index) !== 'blank',
    ),
  );
  return targets.length > kinds.length ? targets : kinds;
}

function saysScaler(line: string): boolean {
  const kind = KIND.exec(line);
  return kind !== null && SCALER.test(line.slice(kind.index));
}
