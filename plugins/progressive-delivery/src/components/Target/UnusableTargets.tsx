import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Remedy,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';

const useStyles = makeStyles(theme => ({
  remedies: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

const RemedyText = ({ remedy }: { remedy: Remedy }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const label = t('unusable.copy');
  return (
    <>
      {messageText('remedy', remedy)}
      {'yaml' in remedy.parameters && (
        <CopyTextButton
          text={remedy.parameters.yaml}
          aria-label={label}
          tooltipText={label}
        />
      )}
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
      {unusable.map(({ message, problems, reason, reference, remedies }) => (
        <Notice
          key={`${reference} ${reason} ${message.text}`}
          severity="warning"
          title={t('unusable.title', { reference })}
        >
          {[
            `${t(`unusable.reason.${reason}`)}: ${messageText(
              'unusable',
              message,
            )}`,
            ...problems.map(problem => messageText('problem', problem)),
          ].join(' ')}
          {remedies.length > 0 && (
            <div>
              {t('unusable.remedies')}
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
      ))}
    </>
  );
};
