import { Children, Fragment, ReactNode } from 'react';
import { useListFormat } from '../hooks/texts/useListFormat';

/** Facts in a row, separated as the language of Backstage does; what is false or absent is left out. */
export const Facts = ({ children }: { children: ReactNode }) => {
  const { separator } = useListFormat();
  return (
    <>
      {Children.toArray(children).map((fact, index) => (
        // The order is all that they are known by.
        <Fragment key={String(index)}>
          {index > 0 && separator}
          {fact}
        </Fragment>
      ))}
    </>
  );
};
