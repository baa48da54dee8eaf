import { keyLines, linesOf, sectionBelow } from '../templates/section';
import { LineRange, TemplateFile } from '../templates/TemplateFile';
import { Obstacle, obstacle } from '../texts/AdoptionText';

const SCALER =
  /^\s*kind:\s*(["']?)(?:HorizontalPodAutoscaler|ScaledObject|VerticalPodAutoscaler)\1\s*(?:#.*)?$/;
const TARGET = /^\s*["']?(?:scaleTargetRef|targetRef)["']?:/;

/** The documents of a template that are autoscalers. */
export function scalerDocuments(file: TemplateFile): LineRange[] {
  return file
    .documents()
    .filter(document =>
      linesOf(document).some(line => SCALER.test(file.line(line))),
    );
}

/** Autoscalers of which the text does not say what they scale, such as those that print a value there. */
export function unclearScalers(file: TemplateFile): Obstacle[] {
  return scalerDocuments(file).flatMap(document => {
    const lines = linesOf(document);
    const targets = lines.filter(line => TARGET.test(file.line(line)));
    const unclear =
      targets.length === 0
        ? lines.filter(line => SCALER.test(file.line(line)))
        : targets.filter(line => !saysName(file, line, document));
    return unclear.map(line =>
      obstacle('referenceUnclear', { template: file.path, line: line + 1 }),
    );
  });
}

function saysName(
  file: TemplateFile,
  line: number,
  document: LineRange,
): boolean {
  const section = sectionBelow(file, line, document.end);
  return (
    section !== undefined &&
    keyLines(file, 'name', { indent: section.indent, within: section }).length >
      0
  );
}
