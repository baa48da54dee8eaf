import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Remedy,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { joinSentences } from '../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { Notice } from '../../ui/notices/Notice';
import { unusableId } from '../../ui/unusableId';

const useStyles = makeStyles(theme => ({
  remedies: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

const RemedyText = ({ remedy }: { remedy: Remedy }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const text = messageText('remedy', remedy);
  if (!('yaml' in remedy.parameters)) {
    return <>{text}</>;
  }
  const { yaml } = remedy.parameters;
  // The lines end the sentence in every language.
  const what = text.endsWith(yaml)
    ? text.slice(0, -yaml.length).trimEnd()
    : text;
  return (
    <>
      {what}
      <CopyableCode label={what} code={yaml} copyLabel={t('unusable.copy')} />
    </>
  );
};

/** What the entity names and cannot use, and how to fix it. */
export const UnusableTargets = ({
  unusable,
}: {
  unusable: UnusableTarget[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  return (
    <>
      {unusable.map(each => {
        const { message, problems, reason, reference, remedies } = each;
        const id = unusableId(each);
        const title = t('unusable.title', { reference });
        return (
          <section key={id} id={id} tabIndex={-1} aria-label={title}>
            <Notice severity="warning" title={title}>
              {joinSentences([
                t('unusable.because', {
                  reason: t(`unusable.reason.${reason}`),
                  message: messageText('unusable', message),
                }),
                ...problems.map(problem => messageText('problem', problem)),
              ])}
              {remedies.length > 0 && (
                <div>
                  {t(
                    remedies.length > 1
                      ? 'unusable.remedies'
                      : 'unusable.remedy',
                  )}
                  <ul className={classes.remedies}>
                    {remedies.map(remedy => (
                      <li key={remedy.text}>
                        <RemedyText remedy={remedy} />
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </Notice>
          </section>
        );
      })}
    </>
  );
};
