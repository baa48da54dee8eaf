import { Children, Fragment, ReactNode } from 'react';
import { useListFormat } from '../hooks/texts/useListFormat';

/** Facts in a row, separated as the language of Backstage does; what is false or absent is left out. */
export const Facts = ({ children }: { children: ReactNode }) => {
  const { parts } = useListFormat();
  const facts = Children.toArray(children);
  return (
    <>
      {parts(facts.length).map((part, index) => (
        // The order is all that they are known by.
        <Fragment key={String(index)}>
          {typeof part === 'number' ? facts[part] : part}
        </Fragment>
      ))}
    </>
  );
};
