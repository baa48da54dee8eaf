import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircle';
import CurrentIcon from '@material-ui/icons/RadioButtonChecked';
import WaitingIcon from '@material-ui/icons/RadioButtonUnchecked';
import FailedIcon from '@material-ui/icons/Error';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import { JourneyStop } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode } from 'react';
import { useListFormat } from '../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../translation';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    rowGap: theme.spacing(0.5),
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 1),
    padding: 0,
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
  step: {
    fontSize: theme.typography.body2.fontSize,
    [theme.breakpoints.up('sm')]: {
      '&:not(:last-child)': { paddingRight: theme.spacing(1) },
      '&:not(:last-child) > :first-child::after': {
        content: '""',
        flex: 1,
        minWidth: theme.spacing(3),
        margin: theme.spacing(0, 0, 0, 0.5),
        borderTop: `1px solid ${theme.palette.text.secondary}`,
      },
    },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  icon: { fontSize: '1.1em', flexShrink: 0 },
  done: { '& svg': { color: theme.palette.status.ok } },
  current: { fontWeight: 'bold' },
  waiting: { color: theme.palette.text.secondary },
  unknown: { color: theme.palette.text.secondary },
  failed: {
    fontWeight: 'bold',
    '& svg': { color: theme.palette.status.error },
  },
}));

const icons: Record<JourneyStop['state'], typeof CheckIcon> = {
  done: CheckIcon,
  current: CurrentIcon,
  waiting: WaitingIcon,
  failed: FailedIcon,
  unknown: UnknownIcon,
};

interface StepperStep {
  id: string;
  state: JourneyStop['state'];
  name: ReactNode;
  /** Below its name. */
  details?: ReactNode;
}

export interface StepperProps {
  /** What the steps lead to, for those who listen. */
  label: string;
  steps: StepperStep[];
}

/** How far something has come: its steps, in a line where there is room. */
export const Stepper = ({ label, steps }: StepperProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { separator } = useListFormat();
  return (
    <ol className={classes.root} aria-label={label}>
      {steps.map(({ details, id, name, state }) => {
        const Icon = icons[state];
        return (
          <li
            key={id}
            className={`${classes.step} ${classes[state]}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className={classes.name}>
              <Icon className={classes.icon} aria-hidden />
              <span>{name}</span>
              <VisuallyHidden>
                {separator}
                {t(`stopState.${state}`)}
              </VisuallyHidden>
            </span>
            {details}
          </li>
        );
      })}
    </ol>
  );
};
