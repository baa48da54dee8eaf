import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { Notice } from '../../ui/notices/Notice';
import { Sentences } from '../../ui/Sentences';
import { NextSteps } from '../Problems/NextSteps';

const isOfTool = ({ id }: Problem) => id === 'renderFailed';

/** What is wrong with a target. Where it does not render, in the words of the tool, with file and line. */
export const TargetProblems = ({ problems }: { problems: Problem[] }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const sentences = (of: Problem[]) =>
    of.map(problem => messageText('problem', problem));
  const others = problems.filter(problem => !isOfTool(problem));
  return problems.length === 0 ? null : (
    <Notice severity="warning" title={t('target.problems')}>
      {others.length > 0 && <Sentences sentences={sentences(others)} />}
      {sentences(problems.filter(isOfTool)).map(said => (
        <CopyableCode
          key={said}
          label={t('target.problems')}
          code={said}
          copyLabel={t('unusable.copy')}
        />
      ))}
      <NextSteps problems={problems} />
    </Notice>
  );
};
